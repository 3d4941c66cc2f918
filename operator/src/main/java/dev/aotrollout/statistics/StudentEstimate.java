package dev.aotrollout.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimate of a mean or of a difference of means whose error follows Student's t distribution.
 *
 * @param value the estimate
 * @param standardError of the estimate, in its unit; 0 where nothing varied
 * @param degrees of freedom, above 0
 */
public record StudentEstimate(double value, double standardError, double degrees) {
    public StudentEstimate {
        Inputs.finite(value, "the estimate");
        Inputs.notNegative(standardError, "the standard error");
        Inputs.positive(degrees, "the degrees of freedom");
    }

    /** The interval with {@code confidence} in each end by itself, such as 0.95 (so the two-sided interval has 0.90). */
    public Interval interval(double confidence) {
        Inputs.probability(confidence, "confidence");
        if (standardError == 0) return new Interval(value, value, value);
        var margin = TDistribution.of(degrees).inverseCumulativeProbability(confidence) * standardError;
        return new Interval(value, value - margin, value + margin);
    }

    /** One-sided p-value of "the true value is at most {@code limit}": small where it is above; 0 or 1 where nothing varied. */
    public double pAbove(double limit) {
        Inputs.finite(limit, "the limit");
        if (standardError == 0) return value > limit ? 0 : 1;
        return TDistribution.of(degrees).survivalProbability((value - limit) / standardError);
    }

    /** One-sided p-value of "the true value is at least {@code limit}": small where it is below; 0 or 1 where nothing varied. */
    public double pBelow(double limit) {
        return new StudentEstimate(-value, standardError, degrees).pAbove(-limit);
    }

    /** Of a sample of at least 2 values, none of which may claim a variance below {@code leastVariance}. */
    static StudentEstimate ofMean(double[] values, double leastVariance) {
        var mean = 0.0;
        for (var value : values) mean += value / values.length;
        var squares = 0.0;
        for (var value : values) squares += (value - mean) * (value - mean);
        var variance = Math.max(squares / (values.length - 1), leastVariance);
        return new StudentEstimate(mean, Math.sqrt(variance / values.length), values.length - 1);
    }

    /** This less another, independent one: Welch's test, with the degrees of freedom of Welch and Satterthwaite. */
    StudentEstimate minus(StudentEstimate other) {
        var squared = standardError * standardError;
        var otherSquared = other.standardError * other.standardError;
        var sum = squared + otherSquared;
        var pooled = degrees + other.degrees;
        // Both fractions rather than sum^2 / (...): squares of tiny errors must not vanish.
        var share = sum == 0 ? 0 : squared / sum;
        var welch = 1 / (share * share / degrees + (1 - share) * (1 - share) / other.degrees);
        return new StudentEstimate(value - other.value, Math.sqrt(sum), sum == 0 ? pooled : welch);
    }
}
