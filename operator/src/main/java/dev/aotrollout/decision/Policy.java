package dev.aotrollout.decision;

import java.time.Duration;

/**
 * The limits within which a plan runs.
 *
 * @param objectivePercent good requests, between 0 and 100
 * @param minRemainingToStartPercent of the error budget, before the first step
 * @param minRemainingToAdvancePercent of the error budget, before every other step
 * @param maxRolloutSpendPercent of the error budget that this rollout may spend
 * @param maxStep how long a step may take before it counts as inconclusive
 * @param drain how long AOT pods stay after no weight is served any more
 */
public record Policy(
        double objectivePercent,
        double minRemainingToStartPercent,
        double minRemainingToAdvancePercent,
        double maxRolloutSpendPercent,
        Duration maxStep,
        OnInconclusive onInconclusive,
        Duration drain,
        boolean keepAotPods,
        Duration interval) {}
