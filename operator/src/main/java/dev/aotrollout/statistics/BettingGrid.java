package dev.aotrollout.statistics;

import java.util.List;

/**
 * The log likelihood ratios of a fixed set of alternatives against one null ratio. Of {@code n = x + y} events in an interval the
 * treated {@code x} follow, given {@code n}, a binomial distribution with the share {@code rN / (rN + M)}, where {@code r} is the
 * ratio of the rates and {@code N}, {@code M} are the exposures.
 */
final class BettingGrid {
    private final double nullRatio;
    private final double[] ratios;
    private final double[] logMultiples;
    private final double[] weights;
    private final double temper;

    /** {@code temper}, above 0 and at most 1, multiplies each log likelihood ratio. */
    BettingGrid(double nullRatio, List<Alternative> alternatives, double temper) {
        if (alternatives.isEmpty()) throw new IllegalArgumentException("an e-process needs at least one alternative");
        if (!(temper > 0 && temper <= 1))
            throw new IllegalArgumentException("temper must be above 0 and at most 1, not " + temper);
        this.nullRatio = Inputs.positive(nullRatio, "the null ratio");
        this.temper = temper;
        ratios =
                alternatives.stream().mapToDouble(a -> nullRatio * a.multiple()).toArray();
        logMultiples =
                alternatives.stream().mapToDouble(a -> Math.log(a.multiple())).toArray();
        weights = alternatives.stream().mapToDouble(Alternative::weight).toArray();
    }

    int size() {
        return ratios.length;
    }

    /** Adds to {@code sums} what one interval says, in the notation above: {@code x ln m - n ln((mrN + M) / (rN + M))}. */
    void add(double[] sums, double events, double exposure, double controlEvents, double controlExposure) {
        Inputs.notNegative(events, "events");
        Inputs.notNegative(exposure, "exposure");
        Inputs.notNegative(controlEvents, "events of the control");
        Inputs.notNegative(controlExposure, "exposure of the control");
        var all = events + controlEvents;
        // Without exposure on both sides the share of events says nothing about the ratio.
        if (all == 0 || exposure == 0 || controlExposure == 0) return;
        var underNull = nullRatio * exposure + controlExposure;
        for (var k = 0; k < ratios.length; k++) {
            var underAlternative = ratios[k] * exposure + controlExposure;
            sums[k] += temper * (events * logMultiples[k] - all * Math.log(underAlternative / underNull));
        }
    }

    /** What one interval, checked by {@link #add}, says for the null ratio against a ratio of 1. */
    double nullAgainstEqual(double events, double exposure, double controlEvents, double controlExposure) {
        var all = events + controlEvents;
        if (all == 0 || exposure == 0 || controlExposure == 0 || nullRatio == 1) return 0;
        var shares = (nullRatio * exposure + controlExposure) / (exposure + controlExposure);
        return temper * (events * Math.log(nullRatio) - all * Math.log(shares));
    }

    /** The logarithm of the weighted average of {@code exp(sums[k] + offsets[k])}. */
    double logAverage(double[] sums, double[] offsets) {
        var largest = Double.NEGATIVE_INFINITY;
        for (var k = 0; k < sums.length; k++) largest = Math.max(largest, sums[k] + offsets[k]);
        var total = 0.0;
        var all = 0.0;
        for (var k = 0; k < sums.length; k++) {
            total += weights[k] * Math.exp(sums[k] + offsets[k] - largest);
            all += weights[k];
        }
        return largest + Math.log(total / all);
    }

    /** {@code ln(e^a + e^b)} without overflow; {@code a} or {@code b} may be the logarithm of 0. */
    static double logSum(double a, double b) {
        var largest = Math.max(a, b);
        return largest == Double.NEGATIVE_INFINITY ? largest : largest + Math.log1p(Math.exp(Math.min(a, b) - largest));
    }
}
