package dev.aotrollout.benchmark;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The classifier of Kayenta: the shift between two samples by all pairs of differences (Hodges and Lehmann 1963). */
final class MannWhitney {
    private static final double CONFIDENCE = 0.98;
    private static final double TOLERANCE = 0.25;
    private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2);

    private MannWhitney() {}

    /** Whether the experiment is surely higher: the lower end of the shift's interval is beyond the tolerance. */
    static boolean isHigh(double[] experiment, double[] control) {
        if (mean(experiment) <= mean(control)) return false;
        var differences = new double[experiment.length * control.length];
        var next = 0;
        for (var x : experiment) for (var y : control) differences[next++] = x - y;
        Arrays.sort(differences);
        var pairs = differences.length;
        var margin = Z * Math.sqrt(pairs * (experiment.length + control.length + 1.0) / 12);
        var rank = (int) Math.round(pairs / 2.0 - margin);
        if (rank < 1) return false;
        var low = differences[rank - 1];
        var estimate = (differences[(pairs - 1) / 2] + differences[pairs / 2]) / 2;
        return low > TOLERANCE * Math.abs(estimate);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
