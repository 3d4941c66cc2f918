package dev.aotrollout.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Anytime-valid test of one ratio of two rates that still reacts soon when the ratio changes late: the average of
 * {@link MixtureEProcess}es that start at different times, each 1 before its start. A process that has run through an hour of
 * healthy data has lost its stake and must win it back first; one that starts afresh has not. As the average of e-processes it is
 * one itself: under the null it exceeds {@code 1/alpha} at any time with a probability of at most {@code alpha}.
 *
 * <p>The first start has 3/4 of the weight, the j-th later one 1/4 of 1/(j(j+1)). The increments are the same for all starts, so
 * the state is two numbers per alternative however many starts there were: {@code S_k}, the sum of log likelihood ratios, and
 * {@code ln A_k}, where {@code A_k} sums {@code weight * exp(-S_k)} as it was at each start.
 *
 * <p>The same bets are also held against equal rates: a ratio of {@code r} against 1 is {@code r} against {@code nullRatio} times
 * {@code nullRatio} against 1, and the latter is one number for all alternatives.
 */
public final class ChangePointEProcess {
    private static final double FIRST_WEIGHT = 0.75;

    private final BettingGrid grid;
    private final double[] sums;
    private final double[] logStarts;
    private final double[] logStartsFromEqual;
    private double fromEqual;
    private int laterStarts;

    private ChangePointEProcess(BettingGrid grid, double[] sums, double[] logStarts, double[] logStartsFromEqual) {
        this.grid = grid;
        this.sums = sums;
        this.logStarts = logStarts;
        this.logStartsFromEqual = logStartsFromEqual;
    }

    /**
     * A test against ratios of the two rates beyond {@code nullRatio}, begun now.
     *
     * @param nullRatio the largest (alternatives above 1) or least (below 1) harmless ratio of the two rates, above 0
     * @param alternatives at least one, all above 1 or all below 1
     * @param temper above 0 and at most 1: multiplies every log likelihood ratio, so that events which come in bursts (with a
     *     variance of 1/temper times that of independent ones) do not count for more than they are worth; 1 for independent events.
     *     Valid at any value, as {@code E[R^t] <= E[R]^t <= 1} (Jensen)
     */
    public static ChangePointEProcess against(double nullRatio, List<Alternative> alternatives, double temper) {
        var grid = new BettingGrid(nullRatio, alternatives, temper);
        var logStarts = new double[grid.size()];
        Arrays.fill(logStarts, Math.log(FIRST_WEIGHT));
        return new ChangePointEProcess(grid, new double[grid.size()], logStarts, logStarts.clone());
    }

    /** Adds one interval, as {@link MixtureEProcess#add}. */
    public void add(double events, double exposure, double controlEvents, double controlExposure) {
        grid.add(sums, events, exposure, controlEvents, controlExposure);
        fromEqual += grid.nullAgainstEqual(events, exposure, controlEvents, controlExposure);
    }

    /** Begins a further start: the ratio may have changed here. When to call this may depend on the past, not on the future. */
    public void mayChangeHere() {
        laterStarts++;
        var logWeight = Math.log((1 - FIRST_WEIGHT) / laterStarts / (laterStarts + 1));
        for (var k = 0; k < sums.length; k++) {
            logStarts[k] = BettingGrid.logSum(logStarts[k], logWeight - sums[k]);
            logStartsFromEqual[k] = BettingGrid.logSum(logStartsFromEqual[k], logWeight - sums[k] - fromEqual);
        }
    }

    /** The natural logarithm of the e-value so far; 0 before any evidence. */
    public double logE() {
        return BettingGrid.logSum(logUnused(), grid.logAverage(sums, logStarts));
    }

    /**
     * The natural logarithm of what the same bets say against a ratio of 1 in place of {@code nullRatio}; an e-value where the
     * alternatives and {@code nullRatio} lie on the same side of 1.
     */
    public double logEAgainstEqual() {
        return BettingGrid.logSum(logUnused(), fromEqual + grid.logAverage(sums, logStartsFromEqual));
    }

    private double logUnused() {
        return Math.log((1 - FIRST_WEIGHT) / (laterStarts + 1));
    }

    /** Whether the null hypothesis is rejected at error probability {@code alpha}, between 0 and 1. */
    public boolean rejects(double alpha) {
        return logE() >= -Math.log(Inputs.probability(alpha, "alpha"));
    }

    /** The same state; what is added to one is not seen by the other. */
    public ChangePointEProcess copy() {
        var copy = new ChangePointEProcess(grid, sums.clone(), logStarts.clone(), logStartsFromEqual.clone());
        copy.fromEqual = fromEqual;
        copy.laterStarts = laterStarts;
        return copy;
    }
}
