package dev.aotrollout.observe;

import dev.aotrollout.judge.Metrics;
import java.time.Instant;

/**
 * What Prometheus said.
 *
 * @param asOf when it was asked
 */
public record MetricsSnapshot(Metrics metrics, Instant asOf) {

    /** Nothing could be measured. */
    static MetricsSnapshot missing(String why, Instant asOf) {
        return new MetricsSnapshot(Metrics.missing(why), asOf);
    }

    /** Nothing was measured yet. */
    static MetricsSnapshot pending(String why, Instant asOf) {
        return new MetricsSnapshot(Metrics.pending(why), asOf);
    }
}
