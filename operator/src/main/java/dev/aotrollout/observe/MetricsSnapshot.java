package dev.aotrollout.observe;

import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Memory;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import java.time.Instant;

/**
 * What Prometheus said at one instant.
 *
 * @param asOf when it was asked
 */
public record MetricsSnapshot(Reading<Traffic> traffic, Reading<Budget> budget, Reading<Memory> memory, Instant asOf) {

    /** Nothing could be measured. */
    static MetricsSnapshot missing(String why, Instant asOf) {
        return without(why, false, asOf);
    }

    /** Nothing was measured yet. */
    static MetricsSnapshot pending(String why, Instant asOf) {
        return without(why, true, asOf);
    }

    private static MetricsSnapshot without(String why, boolean pending, Instant asOf) {
        return new MetricsSnapshot(
                new Reading.Missing<>(why, pending),
                new Reading.Missing<>(why, pending),
                new Reading.Missing<>(why, pending),
                asOf);
    }
}
