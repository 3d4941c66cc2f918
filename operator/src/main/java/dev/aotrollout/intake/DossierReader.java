package dev.aotrollout.intake;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.CandidateSpec;
import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.governance.ClusterFacts;
import dev.aotrollout.governance.Day;
import dev.aotrollout.governance.Declaration;
import dev.aotrollout.governance.Dossier;
import dev.aotrollout.governance.EconomicsFacts;
import dev.aotrollout.governance.LibraryFacts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** From a rollout and what is filed beside it to everything that its assessment rests on. */
public final class DossierReader {
    private DossierReader() {}

    /** The dossier of {@code revision}. */
    public static Dossier read(
            AotRollout rollout,
            String revision,
            Filed filed,
            LibraryFacts libraries,
            ClusterFacts facts,
            EconomicsFacts economics,
            WaveSlot wave) {
        var name = rollout.getMetadata().getName();
        return new Dossier(
                name,
                RubricReader.read(rollout.getSpec().candidate().rubric(), filed.rubric()),
                declaration(rollout),
                libraries,
                facts,
                economics,
                ExceptionReader.concerning(name, filed.exceptions()),
                wave,
                ApprovalReader.read(rollout, revision, filed.approvals()),
                ApprovalReader.author(rollout));
    }

    private static Declaration declaration(AotRollout rollout) {
        var candidate = rollout.getSpec().candidate();
        var baseline = rollout.getSpec().baseline();
        return new Declaration(
                EconomicsReader.claims(candidate.economics()),
                switch (candidate.compatibility().serializationTest()) {
                    case PASSED -> Declaration.TestResult.PASSED;
                    case FAILED -> Declaration.TestResult.FAILED;
                    case NOT_RUN -> Declaration.TestResult.NOT_RUN;
                },
                candidate.compatibility().publishLog() != null,
                baseline == null ? Duration.ZERO : Duration.ofSeconds(baseline.minSeconds()),
                day(candidate.operations().rollbackDrilledAt()),
                readiness(candidate.readiness()));
    }

    private static Declaration.Readiness readiness(CandidateSpec.Readiness readiness) {
        return new Declaration.Readiness(
                readiness.owners().stream()
                        .map(String::strip)
                        .filter(owner -> !owner.isEmpty())
                        .toList(),
                text(readiness.reviewedBy()),
                day(readiness.reviewedAt()),
                text(readiness.reviewedDigest()),
                readiness.maxAgeDays());
    }

    static Day day(@Nullable String text) {
        return Day.parse(text(text));
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
