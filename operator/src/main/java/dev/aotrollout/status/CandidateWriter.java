package dev.aotrollout.status;

import dev.aotrollout.api.CandidateStatus;
import dev.aotrollout.governance.Answer;
import dev.aotrollout.governance.Assessment;
import dev.aotrollout.governance.Check;
import dev.aotrollout.governance.Criterion;
import dev.aotrollout.governance.ExceptionFacts;
import dev.aotrollout.governance.LibraryFacts;
import dev.aotrollout.governance.LibraryFinding;
import dev.aotrollout.governance.LibraryReport;
import dev.aotrollout.governance.Scorecard;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From an assessment to the five checks as people read them. */
final class CandidateWriter {
    private static final int OFFENDERS = 10;

    private CandidateWriter() {}

    /** Null where nobody asked. */
    static @Nullable CandidateStatus write(Assessment assessment) {
        if (assessment.checks().isEmpty()) return null;
        var scorecard = assessment.scorecard();
        var scored = !scorecard.rubric().isEmpty();
        return new CandidateStatus(
                text(assessment.verdict().answer()),
                assessment.blocking(),
                scored ? scorecard.rubric() : null,
                scored ? scorecard.score() : null,
                scored ? scorecard.minimum() : null,
                assessment.checks().stream()
                        .map(check -> check(check, scorecard))
                        .toList(),
                assessment.libraries() instanceof LibraryFacts.Judged(var report) ? libraries(report) : null,
                exceptions(assessment.exceptions()));
    }

    private static CandidateStatus.Check check(Check check, Scorecard scorecard) {
        return new CandidateStatus.Check(
                check.name().label(),
                text(check.answer()),
                check.reason().name(),
                check.message(),
                check.criteria().stream()
                        .map(criterion -> criterion(criterion, scorecard))
                        .toList());
    }

    private static CandidateStatus.Criterion criterion(Criterion criterion, Scorecard scorecard) {
        var line = scorecard.lines().stream()
                .filter(one -> one.criterion() == criterion.name())
                .findFirst();
        return new CandidateStatus.Criterion(
                criterion.name().label(),
                text(criterion.answer()),
                line.map(Scorecard.Line::weight).orElse(null),
                line.map(Scorecard.Line::points).orElse(null),
                line.filter(Scorecard.Line::hardStop).map(_ -> true).orElse(null),
                criterion.evidence());
    }

    private static CandidateStatus.Libraries libraries(LibraryReport report) {
        var counts = new LinkedHashMap<String, Integer>();
        report.counts().forEach((verdict, count) -> counts.put(verdict.label(), count));
        var offenders = report.offenders().stream()
                .limit(OFFENDERS)
                .map(LibraryFinding::sentence)
                .toList();
        return new CandidateStatus.Libraries(
                report.policy(), report.billDigest(), counts, offenders.isEmpty() ? null : offenders);
    }

    private static @Nullable List<String> exceptions(List<ExceptionFacts> counting) {
        return counting.isEmpty()
                ? null
                : counting.stream().map(ExceptionFacts::words).toList();
    }

    private static String text(Answer answer) {
        return switch (answer) {
            case PASSED -> "Passed";
            case FAILED -> "Failed";
            case UNKNOWN -> "Unknown";
        };
    }
}
