package dev.aotrollout.statistics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Hodges and Lehmann's shift between two samples: the median of all differences of a treated and a control value, with the
 * confidence interval that belongs to {@link MannWhitney}. {@code confidence} is two-sided. An end is infinite where the samples are
 * too small for it. With ties the interval is at least as wide as it must be.
 */
public final class HodgesLehmann {
    private HodgesLehmann() {}

    /** How much larger the treated values are, in their unit; both samples with at least 1 value, at most a million pairs. */
    public static Interval shift(List<Double> treated, List<Double> control, double confidence) {
        return shift(
                Inputs.numbers(treated, 1, "the treated sample"),
                Inputs.numbers(control, 1, "the control sample"),
                confidence);
    }

    /** The ratio treated : control, as the shift of the logarithms; all values above 0. The ends may be 0 and infinite. */
    public static Interval ratio(List<Double> treated, List<Double> control, double confidence) {
        var shift = shift(
                Inputs.logarithms(treated, 1, "the treated sample"),
                Inputs.logarithms(control, 1, "the control sample"),
                confidence);
        return new Interval(Math.exp(shift.estimate()), Math.exp(shift.low()), Math.exp(shift.high()));
    }

    private static Interval shift(double[] treated, double[] control, double confidence) {
        Inputs.probability(confidence, "confidence");
        var differences = differences(treated, control);
        var pairs = differences.length;
        var estimate = (differences[(pairs - 1) / 2] + differences[pairs / 2]) / 2;
        var left = leftOut(treated.length, control.length, (1 - confidence) / 2);
        if (left == 0) return new Interval(estimate, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return new Interval(estimate, differences[left - 1], differences[pairs - left]);
    }

    private static double[] differences(double[] treated, double[] control) {
        if ((long) treated.length * control.length > 1_000_000)
            throw new IllegalArgumentException("more than a million pairs: %s x %s values"
                    .formatted(String.valueOf(treated.length), String.valueOf(control.length)));
        var differences = new double[treated.length * control.length];
        for (var i = 0; i < differences.length; i++)
            differences[i] = treated[i / control.length] - control[i % control.length];
        Arrays.sort(differences);
        return differences;
    }

    /** The smallest u for which U is at most u with more than {@code probability}, if all values differ. */
    private static int leftOut(int treated, int control, double probability) {
        var pairs = treated * control;
        if (pairs > MannWhitney.MAX_EXACT_PAIRS) {
            var deviation = Math.sqrt(pairs / 12.0 * (treated + control + 1));
            var normal = NormalDistribution.of(pairs / 2.0, deviation);
            return (int) Math.clamp(normal.inverseCumulativeProbability(probability), 0, pairs / 2.0);
        }
        var doubled = RankSums.distribution(Collections.nCopies(treated + control, 1), treated, pairs);
        var cumulated = 0.0;
        for (var u = 0; 2 * u <= pairs; u++) {
            cumulated += doubled[2 * u];
            // Three against three hold 90 % exactly; rounding must not take it from them.
            if (cumulated > probability * (1 + 1e-9)) return u;
        }
        return pairs / 2;
    }
}
