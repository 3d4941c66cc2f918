package dev.aotrollout.decision;

import dev.aotrollout.judge.Reading;
import java.time.Instant;

/**
 * A step that was left: because the next one began, or because the run ended.
 *
 * @param index in the plan, from 0
 * @param weight percent that was asked for while it was left, 0 to 100
 * @param shifted when its weight was asked for
 * @param served when its weight was first seen served
 * @param tally what was counted in it; missing where nothing could be measured when it was left
 */
public record StepRecord(int index, int weight, Instant shifted, Instant served, Instant left, Reading<Tally> tally) {
    /**
     * Requests of a step.
     *
     * @param spentPercent of the error budget, attributed to the step
     */
    public record Tally(long jitRequests, long jitErrors, long aotRequests, long aotErrors, double spentPercent) {}
}
