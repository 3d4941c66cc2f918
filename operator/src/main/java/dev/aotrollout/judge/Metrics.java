package dev.aotrollout.judge;

import java.util.Map;

/**
 * What Prometheus said at one instant, each signal by itself: one that is missing does not take the others with it.
 *
 * @param traffic requests of both tracks since the weight of the step was set
 * @param latencies of both tracks over the same time, for the report
 * @param exceptions that both tracks threw over the same time
 * @param identity which build each pod really runs
 * @param coverage which series each track has at all
 * @param custom by the name of the guard
 */
public record Metrics(
        Reading<Traffic> traffic,
        Reading<Latencies> latencies,
        Reading<Budget> budget,
        Reading<Memory> memory,
        Reading<Cpu> cpu,
        Reading<Exceptions> exceptions,
        Reading<Identity> identity,
        Reading<Coverage> coverage,
        Map<String, Reading<CustomValue>> custom) {
    public Metrics {
        custom = Map.copyOf(custom);
    }

    /** Nothing could be measured. */
    public static Metrics missing(String why) {
        return without(why, false);
    }

    /** Nothing was measured yet. */
    public static Metrics pending(String why) {
        return without(why, true);
    }

    private static Metrics without(String why, boolean pending) {
        return new Metrics(
                new Reading.Missing<>(why, pending),
                new Reading.Missing<>(why, pending),
                new Reading.Missing<>(why, pending),
                new Reading.Missing<>(why, pending),
                new Reading.Missing<>(why, pending),
                new Reading.Missing<>(why, pending),
                new Reading.Missing<>(why, pending),
                new Reading.Missing<>(why, pending),
                Map.of());
    }

    /** The same with another budget. */
    public Metrics withBudget(Reading<Budget> other) {
        return new Metrics(traffic, latencies, other, memory, cpu, exceptions, identity, coverage, custom);
    }

    /** The same with other traffic. */
    public Metrics withTraffic(Reading<Traffic> other) {
        return new Metrics(other, latencies, budget, memory, cpu, exceptions, identity, coverage, custom);
    }
}
