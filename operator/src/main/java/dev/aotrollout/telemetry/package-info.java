/** Our own metrics for /metrics. Uses nothing of ours; touches the Prometheus client. */
@NullMarked
package dev.aotrollout.telemetry;

import org.jspecify.annotations.NullMarked;
