package dev.aotrollout.governance;

import dev.aotrollout.governance.Declaration.Readiness;
import dev.aotrollout.judge.Reason;
import java.time.Instant;
import java.util.List;

/** The fourth check: does somebody own it, did somebody review it lately, and is it the image that was reviewed? */
final class TeamReadiness {
    private TeamReadiness() {}

    static Check check(Dossier dossier, Rubric rubric, Instant now) {
        var readiness = dossier.declared().readiness();
        return Facet.check(
                CheckName.TEAM_READINESS,
                Reason.TeamReady,
                List.of(
                        owner(readiness.owners()),
                        review(readiness, now),
                        digest(readiness.reviewedDigest(), dossier.cluster().image())
                                .onlyIf(!readiness.reviewedDigest().isEmpty(), rubric)));
    }

    private static Facet owner(List<String> owners) {
        return owners.isEmpty()
                ? Facet.required(
                        CriterionName.OWNER,
                        Answer.FAILED,
                        Reason.OwnerMissing,
                        "nobody owns it; name somebody in spec.candidate.readiness.owners")
                : Facet.required(
                        CriterionName.OWNER, Answer.PASSED, Reason.TeamReady, "owned by " + String.join(", ", owners));
    }

    private static Facet review(Readiness readiness, Instant now) {
        if (readiness.reviewedBy().isEmpty())
            return review(
                    Answer.FAILED,
                    Reason.ReviewMissing,
                    "nobody reviewed the AOT build; set spec.candidate.readiness.reviewedBy and reviewedAt");
        return switch (readiness.reviewed()) {
            case Day.Unset() ->
                review(
                        Answer.FAILED,
                        Reason.ReviewMissing,
                        "when %s reviewed it is not said; set spec.candidate.readiness.reviewedAt"
                                .formatted(readiness.reviewedBy()));
            case Day.Unreadable(var text) ->
                review(
                        Answer.FAILED,
                        Reason.ReviewMissing,
                        "readiness.reviewedAt \"%s\" is no day of the calendar".formatted(text));
            case Day.On day -> reviewedOn(day, readiness, now);
        };
    }

    private static Facet reviewedOn(Day.On day, Readiness readiness, Instant now) {
        var words = "reviewed by %s on %s".formatted(readiness.reviewedBy(), day.date());
        if (day.isAhead(now)) return review(Answer.UNKNOWN, Reason.ReviewMissing, words + ", " + Day.ahead(now));
        var age = day.daysBefore(now);
        return age > readiness.maxAgeDays()
                ? review(
                        Answer.FAILED,
                        Reason.ReviewExpired,
                        "%s, %s days ago, limit %s; review again and set readiness.reviewedAt"
                                .formatted(words, age, readiness.maxAgeDays()))
                : review(Answer.PASSED, Reason.TeamReady, words);
    }

    private static Facet review(Answer answer, Reason reason, String evidence) {
        return Facet.required(CriterionName.REVIEW, answer, reason, evidence);
    }

    /** A tag shows its digest when the first pod runs; until then the review is taken at its word. */
    private static Facet digest(String reviewed, AotImage image) {
        if (reviewed.isEmpty())
            return digest(Answer.UNKNOWN, "no digest was reviewed; set spec.candidate.readiness.reviewedDigest");
        var shown = AotImage.shortened(reviewed);
        if (!image.accepts(reviewed))
            return digest(
                    Answer.FAILED,
                    "%s was reviewed, the AOT image is %s; review it and set readiness.reviewedDigest"
                            .formatted(shown, image.words()));
        return digest(
                Answer.PASSED,
                image.digests().isEmpty()
                        ? "%s was reviewed; what %s is shows when its first pod runs"
                                .formatted(shown, image.reference())
                        : "the AOT image is %s, as reviewed".formatted(shown));
    }

    private static Facet digest(Answer answer, String evidence) {
        return Facet.required(CriterionName.SAME_DIGEST, answer, Reason.DigestDiffers, evidence);
    }
}
