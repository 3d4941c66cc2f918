package dev.aotrollout.judge;

import java.util.List;

/**
 * How long pods of one track took from container start to ready.
 *
 * @param seconds one value a pod, each above 0
 * @param resolutionSeconds how coarse each value is: the stamps' second plus the probe's period
 */
public record Startups(List<Double> seconds, double resolutionSeconds) {
    /** No start seen. */
    public static final Startups NONE = new Startups(List.of(), 1);

    public Startups {
        seconds = List.copyOf(seconds);
    }
}
