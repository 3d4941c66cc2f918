package dev.aotrollout.evidence;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Requests of all steps together. */
record ReportTotals(long jitRequests, long jitErrors, long aotRequests, long aotErrors) {
    static ReportTotals of(Course course) {
        return new ReportTotals(
                sum(course, Course.StepTaken::jitRequests),
                sum(course, Course.StepTaken::jitErrors),
                sum(course, Course.StepTaken::aotRequests),
                sum(course, Course.StepTaken::aotErrors));
    }

    private static long sum(Course course, Function<Course.StepTaken, @Nullable Long> of) {
        return course.taken().stream()
                .map(of)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}
