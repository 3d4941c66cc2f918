package dev.aotrollout.judge;

import java.time.Duration;

/**
 * The part of the rollout that is judged.
 *
 * @param number of the step, from 1; 0 before the first
 * @param weight percent of requests asked for the AOT track
 * @param age since the weight of this step was set; zero before
 * @param soak how long the weight is to be served
 * @param spentBeforePercent of the error budget, attributed to earlier steps of this rollout
 * @param next what would follow; the same step again after the last
 */
public record StepWindow(int number, int weight, Duration age, Duration soak, double spentBeforePercent, Next next) {

    private static final int ALL = 100;

    /** Whether JIT is to have no requests that AOT's could be compared with. */
    public boolean leavesJitNothing() {
        return weight >= ALL;
    }

    /** The step after this one. */
    public record Next(int weight, Duration soak) {}
}
