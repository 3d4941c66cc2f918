package dev.aotrollout.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Mann and Whitney's test of two samples, exact also with ties (given the ties).
 *
 * @param u pairs in which the treated value is the larger, ties counting half; R calls it W
 * @param pLess one-sided p-value, small where treated values are the smaller ones
 * @param pGreater one-sided p-value, small where treated values are the larger ones
 */
public record MannWhitney(double u, double pLess, double pGreater) {
    /** Up to this many pairs the p-values are exact; beyond, they are those of the normal approximation. */
    public static final int MAX_EXACT_PAIRS = 10_000;

    /**
     * Exact up to {@value #MAX_EXACT_PAIRS} pairs (100 x 100; some 30 ms and 8 MB there), beyond by Commons Statistics' normal
     * approximation with corrections for ties and continuity.
     *
     * @param treated at least 1 value, finite
     * @param control at least 1 value, finite
     */
    public static MannWhitney of(List<Double> treated, List<Double> control) {
        var x = Inputs.numbers(treated, 1, "the treated sample");
        var y = Inputs.numbers(control, 1, "the control sample");
        return (long) x.length * y.length <= MAX_EXACT_PAIRS ? exact(x, y) : approximate(x, y);
    }

    private static MannWhitney exact(double[] treated, double[] control) {
        var doubled = 0;
        for (var x : treated) for (var y : control) doubled += x > y ? 2 : x == y ? 1 : 0;
        var most = 2 * treated.length * control.length;
        // The lower tail is computed; where U is large that of the sides exchanged is the short one.
        var small = Math.min(doubled, most - doubled);
        var first = doubled == small ? treated : control;
        var tail = RankSums.distribution(groups(treated, control), first.length, small);
        var within = Math.min(1, DoubleStream.of(tail).sum());
        var beyond = Math.clamp(1 - within + tail[small], 0, 1);
        return doubled == small
                ? new MannWhitney(doubled / 2.0, within, beyond)
                : new MannWhitney(doubled / 2.0, beyond, within);
    }

    private static List<Integer> groups(double[] treated, double[] control) {
        var sorted = DoubleStream.concat(DoubleStream.of(treated), DoubleStream.of(control))
                .sorted()
                .toArray();
        var groups = new ArrayList<Integer>();
        for (var start = 0; start < sorted.length; ) {
            var end = start;
            while (end < sorted.length && sorted[end] == sorted[start]) end++;
            groups.add(end - start);
            start = end;
        }
        return groups;
    }

    private static MannWhitney approximate(double[] treated, double[] control) {
        var test = MannWhitneyUTest.withDefaults().with(PValueMethod.ASYMPTOTIC);
        var less = test.with(AlternativeHypothesis.LESS_THAN).test(treated, control);
        var greater = test.with(AlternativeHypothesis.GREATER_THAN).test(treated, control);
        return new MannWhitney(less.getStatistic(), less.getPValue(), greater.getPValue());
    }
}
