package dev.aotrollout.telemetry;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One rollout after one pass, in the units of metrics.
 *
 * @param step from 1; 0 before the first
 * @param askedRatio share of requests asked for the AOT track
 * @param servedRatio share of requests that reached it, where that is known
 * @param budgetRemainingRatio of the service's error budget, where it is known
 * @param budgetSpentRatio of the service's error budget, by this run
 */
public record RolloutView(
        String namespace,
        String name,
        String phase,
        int step,
        double askedRatio,
        OptionalDouble servedRatio,
        List<GuardView> guards,
        OptionalDouble budgetRemainingRatio,
        double budgetSpentRatio) {
    /**
     * What one guard said.
     *
     * @param verdict {@code pass}, {@code fail} or {@code unknown}
     * @param value its headline number, in base units or as a ratio
     * @param limit that the number is held against, in the same unit
     */
    public record GuardView(String guard, String verdict, OptionalDouble value, OptionalDouble limit) {}

    public RolloutView {
        guards = List.copyOf(guards);
    }
}
