package dev.aotrollout.statistics;

import java.util.List;

/** The mean of one sample, with the error of Student's one-sample t test. */
public final class StudentMean {
    private StudentMean() {}

    /** Of at least 2 values, finite, independent and roughly normal. */
    public static StudentEstimate of(List<Double> values) {
        return StudentEstimate.ofMean(Inputs.numbers(values, 2, "a sample for a t test"), 0);
    }
}
