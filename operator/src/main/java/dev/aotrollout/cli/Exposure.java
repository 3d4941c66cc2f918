package dev.aotrollout.cli;

import dev.aotrollout.api.AotRolloutSpec;
import java.time.Duration;

/**
 * What a step puts at stake before it can be stopped.
 *
 * @param objectivePercent good requests, between 0 and 100
 * @param windowDays of the error budget
 * @param reactionSeconds from a failing response to weight 0, at worst, without the time to gather evidence: one scrape, one look at
 *     the figures, and the gateway's own delay
 */
record Exposure(double objectivePercent, int windowDays, double reactionSeconds) {
    /** The gateway's delay: a route that is written is served a few seconds later. */
    private static final int GATEWAY_SECONDS = 5;
    /** The fewest failed requests that are called a burn, see {@code judge.BudgetGuard}. */
    private static final int FAILURES_NEEDED = 3;

    static Exposure of(AotRolloutSpec spec, int scrapeSeconds) {
        return new Exposure(
                spec.errorBudget().objective(),
                spec.errorBudget().windowDays(),
                scrapeSeconds + spec.metrics().intervalSeconds() + GATEWAY_SECONDS);
    }

    /** Until a build that fails every request is at weight 0 again; {@code requestsPerSecond} of 0 stands for plenty. */
    double totalFailureSeconds(int weight, double requestsPerSecond) {
        var perSecond = requestsPerSecond * weight / 100;
        return reactionSeconds + (perSecond > 0 ? FAILURES_NEEDED / perSecond : 0);
    }

    /** Percent of the whole error budget: {@code 100 w e t / ((1 - SLO) T)}. */
    double spentPercent(int weight, double errorRatio, double seconds) {
        var window = Duration.ofDays(windowDays).toSeconds();
        return 100 * (weight / 100.0) * errorRatio * seconds / ((1 - objectivePercent / 100) * window);
    }

    /** Percent of the whole error budget that a build costs which fails every request of {@code weight}. */
    double worstSpentPercent(int weight, double requestsPerSecond) {
        return spentPercent(weight, 1, totalFailureSeconds(weight, requestsPerSecond));
    }

    /** The largest weight in whole percent whose total failure costs at most {@code percent} of the budget. */
    int largestWeight(double percent, double requestsPerSecond) {
        var weight = 100;
        while (weight > 1 && worstSpentPercent(weight, requestsPerSecond) > percent) weight--;
        return weight;
    }
}
