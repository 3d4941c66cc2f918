package dev.aotrollout.intake;

import dev.aotrollout.api.AotLibraryPolicy;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.CandidateSpec;
import dev.aotrollout.governance.AotImage;
import dev.aotrollout.governance.Day;
import dev.aotrollout.governance.ExceptionFacts;
import dev.aotrollout.governance.LibraryFacts;
import dev.aotrollout.governance.LibraryJudge;
import dev.aotrollout.governance.Tolerance;
import dev.aotrollout.intake.DocumentReader.Found;
import dev.aotrollout.materials.BillOfMaterials;
import dev.aotrollout.materials.BuildWarnings;
import dev.aotrollout.materials.Documents;
import dev.aotrollout.materials.Documents.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** From a rollout's bill of materials and publish log to what the library policy says of them. */
public final class LibraryFactsReader {
    private final AotRollout rollout;
    private final Filed filed;
    private final CandidateSpec.Compatibility named;
    private final AotImage image;
    private final Instant now;

    private LibraryFactsReader(AotRollout rollout, Filed filed, Set<String> aotImageDigests, Instant now) {
        this.rollout = rollout;
        this.filed = filed;
        this.now = now;
        named = rollout.getSpec().candidate().compatibility();
        image = AotImage.of(rollout.getSpec().aot().containers().getFirst().image(), aotImageDigests);
    }

    /**
     * What is known of the libraries.
     *
     * @param aotImageDigests that AOT pods of this run were seen to run; empty before the first step
     */
    public static LibraryFacts read(AotRollout rollout, Filed filed, Set<String> aotImageDigests, Instant now) {
        var name = rollout.getSpec().candidate().libraryPolicy();
        if (name == null) return new LibraryFacts.NotAsked();
        var policy = filed.libraryPolicy();
        if (policy == null) return new LibraryFacts.PolicyMissing(name);
        return new LibraryFactsReader(rollout, filed, aotImageDigests, now).judged(policy);
    }

    private LibraryFacts judged(AotLibraryPolicy policy) {
        return switch (DocumentReader.read(named.sbom(), "sbom", filed, image)) {
            case Found.Missing(var why) -> new LibraryFacts.BillMissing(why);
            case Found.Stale(var why) -> new LibraryFacts.Stale(why);
            case Found.Damaged(var why) -> new LibraryFacts.Unreadable(why);
            case Found.Content(var where, var bytes) ->
                switch (Documents.bill(bytes)) {
                    case Outcome.Unreadable<BillOfMaterials>(var why) -> unreadable(where, why);
                    case Outcome.Read<BillOfMaterials>(var bill) -> judged(policy, bill);
                };
        };
    }

    /** A log that is named must be there: warnings that nobody can read are not none. */
    private LibraryFacts judged(AotLibraryPolicy policy, BillOfMaterials bill) {
        if (named.publishLog() == null) return judged(policy, bill, BuildWarnings.NONE);
        return switch (DocumentReader.read(named.publishLog(), "publishLog", filed, image)) {
            case Found.Missing(var why) -> new LibraryFacts.BillMissing(why);
            case Found.Stale(var why) -> new LibraryFacts.Stale(why);
            case Found.Damaged(var why) -> new LibraryFacts.Unreadable(why);
            case Found.Content(var where, var bytes) ->
                switch (Documents.warnings(bytes)) {
                    case Outcome.Unreadable<BuildWarnings>(var why) -> unreadable(where, why);
                    case Outcome.Read<BuildWarnings>(var warnings) -> judged(policy, bill, warnings);
                };
        };
    }

    private LibraryFacts judged(AotLibraryPolicy policy, BillOfMaterials bill, BuildWarnings warnings) {
        return new LibraryFacts.Judged(
                LibraryJudge.judge(LibraryPolicyReader.read(policy), bill, warnings, tolerances(), now));
    }

    private static LibraryFacts unreadable(String where, String why) {
        return new LibraryFacts.Unreadable("%s cannot be read: %s".formatted(where, why));
    }

    private List<Tolerance> tolerances() {
        return ExceptionReader.concerning(rollout.getMetadata().getName(), filed.exceptions()).stream()
                .filter(exception -> exception.counts(now))
                .flatMap(LibraryFactsReader::tolerances)
                .toList();
    }

    private static Stream<Tolerance> tolerances(ExceptionFacts exception) {
        return exception.until() instanceof Day.On day
                ? exception.packages().stream().map(glob -> new Tolerance(glob, exception.name(), day.end()))
                : Stream.of();
    }
}
