package dev.aotrollout.decision;

import java.time.Duration;

/**
 * One step of the plan.
 *
 * @param weight percent of requests for the AOT track, 0 to 100
 * @param soak how long the weight must have been served before the next step
 */
public record Step(int weight, Duration soak) {}
