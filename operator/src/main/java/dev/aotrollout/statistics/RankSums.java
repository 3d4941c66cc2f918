package dev.aotrollout.statistics;

import java.util.List;

/**
 * The exact distribution of Mann and Whitney's U given the ties, under the hypothesis that treated and control values are
 * exchangeable. The groups of equal values are gone through in ascending order; of a group of t, k are treated in C(t, k) ways,
 * each beats the controls so far and ties with the t - k of its group. 2U only grows, so what is beyond the wanted tail is dropped.
 */
final class RankSums {
    private final int treated;
    private final double[][] ways;

    private RankSums(int treated, int tail) {
        this.treated = treated;
        ways = new double[treated + 1][tail + 1];
        ways[0][0] = 1;
    }

    /**
     * The probabilities of {@code 2U = 0, 1, ... tail}.
     *
     * @param groups sizes of the groups of equal values, in ascending order of the values, treated and control together
     * @param treated number of treated values
     * @param tail largest value of 2U that is wanted
     */
    static double[] distribution(List<Integer> groups, int treated, int tail) {
        var sums = new RankSums(treated, tail);
        var seen = 0;
        for (var group : groups) {
            sums.add(group, seen);
            seen += group;
        }
        var all = choose(seen, treated);
        var last = sums.ways[treated];
        for (var i = 0; i < last.length; i++) last[i] /= all;
        return last;
    }

    /** From many treated to few: what a row takes from the rows before it is then still that of the groups so far. */
    private void add(int group, int seen) {
        for (var a = Math.min(treated, seen + group); a > 0; a--) {
            for (var k = Math.max(1, a - seen); k <= Math.min(group, a); k++) {
                var controlsSoFar = seen - (a - k);
                var beaten = 2L * k * controlsSoFar + (long) k * (group - k);
                addShifted(ways[a - k], ways[a], beaten, choose(group, k));
            }
        }
    }

    private static void addShifted(double[] from, double[] to, long shift, double factor) {
        if (shift >= to.length) return;
        var offset = (int) shift;
        for (var i = offset; i < to.length; i++) to[i] += factor * from[i - offset];
    }

    private static double choose(int n, int k) {
        var ways = 1.0;
        for (var i = 1; i <= Math.min(k, n - k); i++) ways = ways * (n - i + 1) / i;
        return ways;
    }
}
