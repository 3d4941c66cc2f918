package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Latency over the whole run, from the buckets of a histogram; the guard's slow fractions are among the guards.
 *
 * @param thresholdSeconds a request is slow above the smallest bound that is at least this
 */
public record Latency(double thresholdSeconds, Quantiles jit, Quantiles aot) {
    /** Seconds. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Quantiles(
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {
        public static final Quantiles NONE = new Quantiles(null, null, null);
    }
}
