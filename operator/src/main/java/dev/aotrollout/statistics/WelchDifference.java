package dev.aotrollout.statistics;

import java.util.List;

/** Welch's comparison of two samples as they are (slopes, differences): the difference of the means, treated less control. */
public final class WelchDifference {
    private WelchDifference() {}

    /** Both with at least 2 values, finite and independent. */
    public static StudentEstimate of(List<Double> treated, List<Double> control) {
        return StudentMean.of(treated).minus(StudentMean.of(control));
    }
}
