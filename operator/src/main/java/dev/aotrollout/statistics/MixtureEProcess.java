package dev.aotrollout.statistics;

import java.util.List;

/**
 * Anytime-valid test of one ratio of two rates: the null hypothesis says that the treated rate is at most {@code nullRatio} times
 * the control rate. Given the total of events in an interval, the treated ones follow a binomial distribution whose parameter
 * depends only on the ratio and on the two exposures, so shared bursts cancel and exposures may change between intervals. The
 * likelihood ratios against a grid of alternatives are averaged; under the null the average exceeds {@code 1/alpha} at any time
 * with a probability of at most {@code alpha} (Ville), however often it is looked at.
 *
 * <p>Source: Lindon and Malek, "Anytime-valid inference for multinomial count data", NeurIPS 2022.
 */
public final class MixtureEProcess {
    private final double nullRatio;
    private final double[] alternatives;
    private final double[] logLikelihoodRatios;

    private MixtureEProcess(double nullRatio, double[] alternatives) {
        this.nullRatio = nullRatio;
        this.alternatives = alternatives;
        this.logLikelihoodRatios = new double[alternatives.length];
    }

    /**
     * A test against rates of the treated side beyond {@code nullRatio} times those of the control.
     *
     * @param nullRatio the largest harmless ratio of the two rates, above 0
     * @param multiples the alternatives, as multiples of {@code nullRatio}, each above 0; equally weighted
     */
    public static MixtureEProcess against(double nullRatio, List<Double> multiples) {
        return new MixtureEProcess(
                nullRatio, multiples.stream().mapToDouble(m -> nullRatio * m).toArray());
    }

    /**
     * Adds one interval.
     *
     * @param events treated events, at least 0
     * @param exposure treated exposure (requests, pod-seconds), at least 0
     * @param controlEvents control events, at least 0
     * @param controlExposure control exposure, at least 0
     */
    public void add(double events, double exposure, double controlEvents, double controlExposure) {
        // Without exposure on both sides the share of events says nothing about the ratio.
        if (exposure <= 0 || controlExposure <= 0) return;
        var underNull = share(nullRatio, exposure, controlExposure);
        for (var k = 0; k < alternatives.length; k++) {
            var underAlternative = share(alternatives[k], exposure, controlExposure);
            if (events > 0) logLikelihoodRatios[k] += events * Math.log(underAlternative / underNull);
            if (controlEvents > 0)
                logLikelihoodRatios[k] += controlEvents * Math.log((1 - underAlternative) / (1 - underNull));
        }
    }

    /** The natural logarithm of the e-value so far; 0 before any evidence. */
    public double logE() {
        var largest = Double.NEGATIVE_INFINITY;
        for (var value : logLikelihoodRatios) largest = Math.max(largest, value);
        var sum = 0.0;
        for (var value : logLikelihoodRatios) sum += Math.exp(value - largest);
        return largest + Math.log(sum / logLikelihoodRatios.length);
    }

    /** Whether the null hypothesis is rejected at error probability {@code alpha}, between 0 and 1. */
    public boolean rejects(double alpha) {
        return logE() >= -Math.log(alpha);
    }

    private static double share(double ratio, double exposure, double controlExposure) {
        return ratio * exposure / (ratio * exposure + controlExposure);
    }
}
