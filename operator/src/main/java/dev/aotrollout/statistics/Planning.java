package dev.aotrollout.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** How much must be seen before a test can decide: what a step needs in events or in pods. */
public final class Planning {
    private static final int MAX_SAMPLES = 100_000;

    private Planning() {}

    /**
     * Treated events that are expected, at a true ratio of 1, before an e-process rejects "the treated rate is at least
     * {@code margin} times that of the control".
     *
     * @param margin above 1
     * @param alpha error probability, between 0 and 1
     */
    public static double eventsToPass(double margin, double alpha) {
        if (!(margin > 1)) throw new IllegalArgumentException("the margin must be above 1, not " + margin);
        return eventsToReject(1, margin, alpha);
    }

    /**
     * Treated events that would be expected at the rate of the control before an e-process rejects {@code nullRatio} at a true
     * ratio of {@code ratio} (multiply by it for those that happen): {@code ln(1/alpha) / (r ln(r/r0) - (r - r0))}, where the
     * divisor is the growth of ln E per such event, for a treated side that is much smaller than the control.
     *
     * @param ratio above 0 and not {@code nullRatio}
     * @param nullRatio above 0
     * @param alpha error probability, between 0 and 1
     */
    public static double eventsToReject(double ratio, double nullRatio, double alpha) {
        Inputs.positive(ratio, "the ratio");
        Inputs.positive(nullRatio, "the null ratio");
        Inputs.probability(alpha, "alpha");
        if (ratio == nullRatio)
            throw new IllegalArgumentException("no number of events tells a ratio of " + ratio + " from itself");
        return -Math.log(alpha) / (ratio * Math.log(ratio / nullRatio) - (ratio - nullRatio));
    }

    /**
     * What a Welch test is to show.
     *
     * @param ratio the true ratio as a multiple of the limit that it must be shown to be beyond (true 0.8, limit 0.9: 0.8/0.9);
     *     above 0 and not 1
     * @param coefficientOfVariation standard deviation of a group as a fraction of its mean, above 0
     * @param confidence one-sided, such as 0.95
     * @param power the probability of success, such as 0.8; above 1 - {@code confidence}
     */
    public record WelchPlan(double ratio, double coefficientOfVariation, double confidence, double power) {
        public WelchPlan {
            Inputs.positive(ratio, "the ratio");
            if (ratio == 1)
                throw new IllegalArgumentException("no number of samples shows a ratio of 1 to be beyond 1");
            Inputs.positive(coefficientOfVariation, "the coefficient of variation");
            Inputs.probability(confidence, "confidence");
            Inputs.probability(power, "power");
            if (power + confidence <= 1)
                throw new IllegalArgumentException("chance alone has a power of 1 - confidence, more than " + power);
        }

        /**
         * Samples in each of two equal groups, at least 2: the smallest n with {@code n >= 2 (s/d)^2 (t_confidence + t_power)^2}
         * at {@code 2n - 2} degrees of freedom, where d is the logarithm of the ratio and s the deviation of the logarithms. It is
         * the normal approximation with t in place of z, right to about one sample.
         */
        public int samplesPerGroup() {
            var variance = Math.log1p(coefficientOfVariation * coefficientOfVariation);
            var unit = 2 * variance / (Math.log(ratio) * Math.log(ratio));
            var normal = NormalDistribution.of(0, 1);
            var quantiles =
                    normal.inverseCumulativeProbability(confidence) + normal.inverseCumulativeProbability(power);
            // The quantiles of t are the larger ones, so the normal approximation is where to begin.
            var n = Math.clamp((long) (unit * quantiles * quantiles), 2, MAX_SAMPLES);
            while (n < MAX_SAMPLES && n < unit * squaredQuantiles(n)) n++;
            return n;
        }

        private double squaredQuantiles(int n) {
            var t = TDistribution.of(2.0 * n - 2);
            var sum = t.inverseCumulativeProbability(confidence) + t.inverseCumulativeProbability(power);
            return sum * sum;
        }
    }
}
