package dev.aotrollout.statistics;

import java.util.List;

/**
 * Anytime-valid test of one ratio of two rates. With alternatives above 1 the null hypothesis says that the treated rate is at
 * most {@code nullRatio} times the control rate, with alternatives below 1 that it is at least that. Given the total of events in
 * an interval, the treated ones follow a binomial distribution whose parameter depends only on the ratio and on the two exposures,
 * so shared bursts cancel and exposures may change between intervals. The likelihood ratios against the alternatives are averaged;
 * under the null the average exceeds {@code 1/alpha} at any time with a probability of at most {@code alpha} (Ville), however
 * often it is looked at.
 *
 * <p>Source: Lindon and Malek, "Anytime-valid inference for multinomial count data", NeurIPS 2022.
 */
public final class MixtureEProcess {
    private final BettingGrid grid;
    private final double[] logLikelihoodRatios;
    private final double[] noOffsets;

    private MixtureEProcess(BettingGrid grid) {
        this.grid = grid;
        logLikelihoodRatios = new double[grid.size()];
        noOffsets = new double[grid.size()];
    }

    /**
     * A test against ratios of the two rates beyond {@code nullRatio}.
     *
     * @param nullRatio the largest (alternatives above 1) or least (below 1) harmless ratio of the two rates, above 0
     * @param alternatives at least one, all above 1 or all below 1
     */
    public static MixtureEProcess against(double nullRatio, List<Alternative> alternatives) {
        return new MixtureEProcess(new BettingGrid(nullRatio, alternatives, 1));
    }

    /** The same with alternatives that are given as multiples of {@code nullRatio}, none preferred. */
    public static MixtureEProcess equallyWeighted(double nullRatio, List<Double> multiples) {
        return against(nullRatio, Alternative.equallyWeighted(multiples));
    }

    /**
     * Adds one interval; one without events, or without exposure on both sides, says nothing.
     *
     * @param events treated events, at least 0
     * @param exposure treated exposure (requests, pod-seconds), at least 0
     * @param controlEvents control events, at least 0
     * @param controlExposure control exposure, at least 0
     */
    public void add(double events, double exposure, double controlEvents, double controlExposure) {
        grid.add(logLikelihoodRatios, events, exposure, controlEvents, controlExposure);
    }

    /** The natural logarithm of the e-value so far; 0 before any evidence. */
    public double logE() {
        return grid.logAverage(logLikelihoodRatios, noOffsets);
    }

    /** Whether the null hypothesis is rejected at error probability {@code alpha}, between 0 and 1. */
    public boolean rejects(double alpha) {
        return logE() >= -Math.log(Inputs.probability(alpha, "alpha"));
    }
}
