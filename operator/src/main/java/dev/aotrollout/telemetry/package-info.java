/** Our own metrics for /metrics. May use {@code decision}; touches the Prometheus client. */
@NullMarked
package dev.aotrollout.telemetry;

import org.jspecify.annotations.NullMarked;
