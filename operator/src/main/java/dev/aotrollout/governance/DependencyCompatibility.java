package dev.aotrollout.governance;

import dev.aotrollout.judge.Reason;
import java.util.List;

/** The second check: what the library policy says of the build, and whether its serialization was tested. */
final class DependencyCompatibility {
    private DependencyCompatibility() {}

    static Check check(Dossier dossier, Rubric rubric) {
        return Facet.check(
                CheckName.DEPENDENCY_COMPATIBILITY,
                Reason.LibrariesApproved,
                List.of(
                        libraries(dossier.libraries()),
                        warnings(dossier.libraries(), dossier.declared().publishLog())
                                .onlyIf(dossier.declared().publishLog(), rubric),
                        serialization(dossier.declared().serializationTest(), rubric)));
    }

    private static Facet libraries(LibraryFacts facts) {
        return switch (facts) {
            case LibraryFacts.NotAsked() ->
                library(
                        Answer.UNKNOWN,
                        Reason.LibraryPolicyMissing,
                        "no library policy is named; set spec.candidate.libraryPolicy and compatibility.sbom");
            case LibraryFacts.PolicyMissing(var name) ->
                library(
                        Answer.UNKNOWN,
                        Reason.LibraryPolicyMissing,
                        "AOTLibraryPolicy %s does not exist; create it, or name another in spec.candidate.libraryPolicy"
                                .formatted(name));
            case LibraryFacts.BillMissing(var why) -> library(Answer.UNKNOWN, Reason.BillMissing, why);
            case LibraryFacts.Unreadable(var why) -> library(Answer.UNKNOWN, Reason.BillUnreadable, why);
            case LibraryFacts.Stale(var why) -> library(Answer.UNKNOWN, Reason.EvidenceStale, why);
            case LibraryFacts.Judged(var report) -> judged(report);
        };
    }

    private static Facet judged(LibraryReport report) {
        return switch (report.libraries()) {
            case PASSED -> library(Answer.PASSED, Reason.LibrariesApproved, report.message());
            case FAILED -> library(Answer.FAILED, Reason.LibraryDenied, report.message());
            case UNKNOWN -> library(Answer.UNKNOWN, Reason.LibrariesNeedReview, report.message());
        };
    }

    private static Facet library(Answer answer, Reason reason, String evidence) {
        return Facet.required(CriterionName.LIBRARIES, answer, reason, evidence);
    }

    /** Without a log nothing is known of them; a build that is not trimmed has none. */
    private static Facet warnings(LibraryFacts facts, boolean hasLog) {
        if (!hasLog)
            return warning(
                    Answer.UNKNOWN,
                    "no publish log is named; set spec.candidate.compatibility.publishLog, an analyzer's warnings do not replace it");
        if (!(facts instanceof LibraryFacts.Judged(var report)))
            return warning(Answer.UNKNOWN, "the build's warnings were not held to a policy");
        var codes = report.warningsByCode().isEmpty()
                ? "none"
                : report.warningsByCode().toString();
        return warning(report.warnings(), "warnings of the build by code: " + codes);
    }

    private static Facet warning(Answer answer, String evidence) {
        return Facet.required(CriterionName.BUILD_WARNINGS, answer, Reason.BuildWarningsDenied, evidence);
    }

    private static Facet serialization(Declaration.TestResult result, Rubric rubric) {
        return switch (result) {
            case PASSED ->
                test(Answer.PASSED, Reason.LibrariesApproved, "the serialization test passed on the AOT build")
                        .onlyIf(false, rubric);
            case FAILED ->
                test(
                        Answer.FAILED,
                        Reason.SerializationFailed,
                        "the serialization test failed on the AOT build; mend it before a user finds out");
            case NOT_RUN ->
                test(
                                Answer.UNKNOWN,
                                Reason.SerializationUntested,
                                "the serialization test was not run on the AOT build; run it and set compatibility.serializationTest")
                        .onlyIf(false, rubric);
        };
    }

    private static Facet test(Answer answer, Reason reason, String evidence) {
        return Facet.required(CriterionName.SERIALIZATION_TEST, answer, reason, evidence);
    }
}
