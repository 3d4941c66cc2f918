package dev.aotrollout.decision;

import java.time.Duration;

/**
 * One step of the plan.
 *
 * @param weight percent of requests for the AOT track, 0 to 100
 * @param soak how long the weight must have been served before the next step
 * @param gate what it asks of people before it begins
 */
public record Step(int weight, Duration soak, Gate gate) {
    /** One that begins without anybody's approval. */
    public Step(int weight, Duration soak) {
        this(weight, soak, new Gate.Open());
    }
}
