package dev.aotrollout.statistics;

/**
 * Welch's test of the ratio of two geometric means, treated : control.
 *
 * @param logRatio natural logarithm of the ratio
 * @param standardError of {@code logRatio}; 0 where nothing varied
 * @param degrees of freedom, by Welch and Satterthwaite
 */
public record WelchTest(double logRatio, double standardError, double degrees) {
    /** The ratio, with {@code confidence} in each end by itself, such as 0.95 (so the two-sided interval has 0.90). */
    public Interval interval(double confidence) {
        var logs = estimate().interval(confidence);
        return new Interval(Math.exp(logs.estimate()), Math.exp(logs.low()), Math.exp(logs.high()));
    }

    /** One-sided p-value of "the true ratio is at most {@code ratio}": small where it is above. */
    public double pAbove(double ratio) {
        return estimate().pAbove(Math.log(Inputs.positive(ratio, "the ratio")));
    }

    /** One-sided p-value of "the true ratio is at least {@code ratio}": small where it is below. */
    public double pBelow(double ratio) {
        return estimate().pBelow(Math.log(Inputs.positive(ratio, "the ratio")));
    }

    private StudentEstimate estimate() {
        return new StudentEstimate(logRatio, standardError, degrees);
    }
}
