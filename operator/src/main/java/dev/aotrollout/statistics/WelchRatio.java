package dev.aotrollout.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/** Welch's comparison of two samples of positive numbers on their logarithms: the ratio of the geometric means, with an interval. */
public final class WelchRatio {
    private WelchRatio() {}

    /** Positive measurements of one group, and the smallest relative standard deviation that they can honestly claim. */
    public record Sample(List<Double> values, double relativeDeviationFloor) {
        public Sample {
            values = List.copyOf(values);
        }

        private double mean() {
            return values.stream().mapToDouble(Math::log).average().orElseThrow();
        }

        private double squaredError() {
            var mean = mean();
            var squares = values.stream()
                    .mapToDouble(v -> Math.pow(Math.log(v) - mean, 2))
                    .sum();
            var variance = values.size() < 2 ? 0 : squares / (values.size() - 1);
            return Math.max(variance, relativeDeviationFloor * relativeDeviationFloor) / values.size();
        }
    }

    /**
     * The ratio of the geometric means, treated : control.
     *
     * @param treated at least 2 values, each above 0
     * @param control at least 2 values, each above 0
     * @param confidence of each end of the interval by itself, such as 0.95 (so the two-sided interval has 0.90)
     */
    public static Interval of(Sample treated, Sample control, double confidence) {
        var difference = treated.mean() - control.mean();
        var treatedError = treated.squaredError();
        var controlError = control.squaredError();
        var error = treatedError + controlError;
        var ratio = Math.exp(difference);
        if (error == 0) return new Interval(ratio, ratio, ratio);
        var degrees = error
                * error
                / (treatedError * treatedError / (treated.values.size() - 1)
                        + controlError * controlError / (control.values.size() - 1));
        var margin = TDistribution.of(degrees).inverseCumulativeProbability(confidence) * Math.sqrt(error);
        return new Interval(ratio, Math.exp(difference - margin), Math.exp(difference + margin));
    }
}
