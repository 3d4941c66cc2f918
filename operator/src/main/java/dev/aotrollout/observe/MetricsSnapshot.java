package dev.aotrollout.observe;

import dev.aotrollout.judge.Metrics;
import dev.aotrollout.judge.Reading;
import java.time.Duration;
import java.time.Instant;

/**
 * What Prometheus said.
 *
 * @param baselineReach how far back JIT's figures reach, at most as far as was asked for
 * @param asOf when it was asked
 */
public record MetricsSnapshot(Metrics metrics, Reading<Duration> baselineReach, Instant asOf) {

    /** Nothing could be measured. */
    public static MetricsSnapshot missing(String why, Instant asOf) {
        return new MetricsSnapshot(Metrics.missing(why), new Reading.Missing<>(why), asOf);
    }

    /** Nothing was measured yet. */
    static MetricsSnapshot pending(String why, Instant asOf) {
        return new MetricsSnapshot(Metrics.pending(why), new Reading.Missing<>(why, true), asOf);
    }
}
