package dev.aotrollout.judge;

import dev.aotrollout.statistics.Proportions;
import java.time.Duration;

/** How much of the error budget a step could cost if the AOT track were as bad as the data still allows. */
public final class WorstCase {
    /** Two-sided: 95 % in each end by itself. */
    private static final double CONFIDENCE = 0.90;

    private WorstCase() {}

    /**
     * Percent of the budget, from the upper Wilson bound of the AOT error ratio less the JIT error ratio.
     *
     * @param traffic of the current step, which has lasted {@code age}
     * @param share of requests that the next step sends to AOT, 0 to 1, for {@code duration}
     */
    public static double spentPercent(Traffic traffic, Duration age, double share, Duration duration, Budget budget) {
        var aot = traffic.aot();
        var jit = traffic.jit();
        if (aot.requests() == 0 || age.toMillis() <= 0) return Double.POSITIVE_INFINITY;
        var upper = Proportions.wilson(aot.errors(), aot.requests(), CONFIDENCE).high();
        var perSecond = 1000.0 * (aot.requests() + jit.requests()) / age.toMillis();
        var excess = Math.max(0, upper - jit.errorRatio()) * perSecond * share * duration.toSeconds();
        return 100 * excess / budget.allowedErrors();
    }
}
