/** Tells sinks outside the cluster of facts, over HTTP, beside every decision and never in its way. Depends on none of ours; touches Jackson and the JDK's HTTP client. */
@NullMarked
package dev.aotrollout.notify;

import org.jspecify.annotations.NullMarked;
