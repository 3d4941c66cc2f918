package dev.aotrollout.statistics;

import java.util.List;

/** Theil and Sen's slope: the median of the slopes between all pairs of points, which a third of wild points cannot bend. */
public final class TheilSen {
    /** The pairs of more points would not fit into memory that is worth it: 8 bytes for each of 12 million. */
    private static final int MAX_POINTS = 5_000;

    private TheilSen() {}

    /**
     * The slope in units of the values per unit of the times.
     *
     * @param times in any order; pairs at the same time are left out, and at least one pair must differ
     * @param values one for each time, at most 5,000
     */
    public static double slope(List<Double> times, List<Double> values) {
        if (times.size() != values.size() || times.size() > MAX_POINTS)
            throw new IllegalArgumentException("a slope needs a value for each time, at most %s, not %s for %s"
                    .formatted(
                            String.valueOf(MAX_POINTS), String.valueOf(values.size()), String.valueOf(times.size())));
        var t = Inputs.numbers(times, 2, "the times of a slope");
        var x = Inputs.numbers(values, 2, "the values of a slope");
        var slopes = new double[t.length * (t.length - 1) / 2];
        var pairs = 0;
        for (var i = 0; i < t.length; i++)
            for (var j = 0; j < i; j++) if (t[i] != t[j]) slopes[pairs++] = (x[i] - x[j]) / (t[i] - t[j]);
        if (pairs == 0) throw new IllegalArgumentException("a slope needs two different times, not only " + t[0]);
        return Median.of(slopes, pairs);
    }
}
