package dev.aotrollout.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A quantile that was read from the counts of a histogram's buckets.
 *
 * @param quantile estimate and ends in the unit of the bounds; infinite where a rank falls into the open last bucket or beyond the
 *     last observation
 * @param relativeResolution width of the bucket that holds the estimate, as a fraction of its lower bound (0.1 to 0.25: 1.5):
 *     smaller relative differences cannot be seen; infinite in the first bucket and in the open last one
 */
public record HistogramQuantile(Interval quantile, double relativeResolution) {
    /**
     * The {@code q}-quantile, linear inside a bucket, and the values at the ranks {@code nq -+ z sqrt(nq(1-q))}.
     *
     * @param bounds upper bounds of the buckets, above 0 and ascending, without the infinite one
     * @param counts observations in each bucket by itself (not added up), then those above the last bound
     * @param q between 0 and 1
     * @param confidence of both ends together, such as 0.95
     */
    public static HistogramQuantile of(List<Double> bounds, List<Long> counts, double q, double confidence) {
        Inputs.probability(q, "the quantile");
        Inputs.probability(confidence, "confidence");
        var buckets = new Buckets(upperBounds(bounds), counts(bounds, counts));
        var n = buckets.total();
        if (n == 0) throw new IllegalArgumentException("a histogram without observations has no quantile");
        var z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + confidence) / 2);
        var margin = z * Math.sqrt(n * q * (1 - q));
        var estimate = buckets.valueAt(n * q);
        var interval = new Interval(estimate, buckets.valueAt(n * q - margin), buckets.valueAt(n * q + margin));
        return new HistogramQuantile(interval, buckets.relativeWidthAt(n * q));
    }

    private static double[] upperBounds(List<Double> bounds) {
        var numbers = Inputs.numbers(bounds, 1, "the bounds of a histogram");
        var last = 0.0;
        for (var bound : numbers) {
            if (bound <= last)
                throw new IllegalArgumentException("bounds must be above 0 and ascending, not " + bounds);
            last = bound;
        }
        return numbers;
    }

    private static double[] counts(List<Double> bounds, List<Long> counts) {
        if (counts.size() != bounds.size() + 1)
            throw new IllegalArgumentException("%s bounds need one count more, not %s"
                    .formatted(String.valueOf(bounds.size()), String.valueOf(counts.size())));
        var numbers = new double[counts.size()];
        for (var i = 0; i < numbers.length; i++)
            numbers[i] = Inputs.notNegative(counts.get(i), "the count of a bucket");
        return numbers;
    }

    private static final class Buckets {
        private final double[] bounds;
        private final double[] counts;

        Buckets(double[] bounds, double[] counts) {
            this.bounds = bounds;
            this.counts = counts;
        }

        double total() {
            var total = 0.0;
            for (var count : counts) total += count;
            return total;
        }

        /** The bucket that holds a rank; ranks below 0 are in the first that is not empty. */
        private int bucketAt(double rank) {
            var before = 0.0;
            for (var i = 0; i < bounds.length; i++) {
                before += counts[i];
                if (counts[i] > 0 && rank <= before) return i;
            }
            return bounds.length;
        }

        double valueAt(double rank) {
            var bucket = bucketAt(rank);
            if (bucket == bounds.length) return Double.POSITIVE_INFINITY;
            var before = 0.0;
            for (var i = 0; i < bucket; i++) before += counts[i];
            var share = Math.max(0, (rank - before) / counts[bucket]);
            return lower(bucket) + share * (bounds[bucket] - lower(bucket));
        }

        double relativeWidthAt(double rank) {
            var bucket = bucketAt(rank);
            if (bucket == 0 || bucket == bounds.length) return Double.POSITIVE_INFINITY;
            return bounds[bucket] / lower(bucket) - 1;
        }

        private double lower(int bucket) {
            return bucket == 0 ? 0 : bounds[bucket - 1];
        }
    }
}
