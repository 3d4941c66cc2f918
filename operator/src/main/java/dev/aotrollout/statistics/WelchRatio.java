package dev.aotrollout.statistics;

import java.util.List;

/** Welch's comparison of two samples of positive numbers on their logarithms: the ratio of the geometric means, with an interval. */
public final class WelchRatio {
    private WelchRatio() {}

    /** Positive measurements of one group, and the smallest relative standard deviation that they can honestly claim. */
    public record Sample(List<Double> values, double relativeDeviationFloor) {
        public Sample {
            values = List.copyOf(values);
            Inputs.notNegative(relativeDeviationFloor, "the floor of the relative deviation");
        }

        private StudentEstimate logMean() {
            var logs = Inputs.logarithms(values, 2, "a sample for Welch's test");
            return StudentEstimate.ofMean(logs, relativeDeviationFloor * relativeDeviationFloor);
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
        return test(treated, control).interval(confidence);
    }

    /** The test behind {@link #of}: both samples with at least 2 values, each above 0. */
    public static WelchTest test(Sample treated, Sample control) {
        var difference = treated.logMean().minus(control.logMean());
        return new WelchTest(difference.value(), difference.standardError(), difference.degrees());
    }
}
