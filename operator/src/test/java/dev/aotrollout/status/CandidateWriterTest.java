package dev.aotrollout.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.api.CandidateStatus;
import dev.aotrollout.decision.Admission;
import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.governance.Answer;
import dev.aotrollout.governance.Assessment;
import dev.aotrollout.governance.Check;
import dev.aotrollout.governance.CheckName;
import dev.aotrollout.governance.Criterion;
import dev.aotrollout.governance.CriterionName;
import dev.aotrollout.governance.Day;
import dev.aotrollout.governance.ExceptionFacts;
import dev.aotrollout.governance.LibraryFacts;
import dev.aotrollout.governance.Scorecard;
import dev.aotrollout.judge.Reason;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the rubric and the conditions, as people read them. */
class CandidateWriterTest {
    private static final Assessment ASSESSED = new Assessment(
            List.of(new Check(
                    CheckName.TEAM_READINESS,
                    Answer.FAILED,
                    Reason.OwnerMissing,
                    "nobody owns it",
                    List.of(
                            new Criterion(CriterionName.OWNER, Answer.FAILED, "nobody owns it"),
                            new Criterion(CriterionName.REVIEW, Answer.PASSED, "reviewed by bob on 2026-10-01")))),
            new Scorecard(
                    "standard", 0, 70, List.of(new Scorecard.Line(CriterionName.OWNER, 40, 0, true, Answer.FAILED))),
            true,
            new Assessment.Verdict(Answer.FAILED, Reason.OwnerMissing, "nobody owns it"),
            new LibraryFacts.NotAsked(),
            List.of(new ExceptionFacts(
                    "legacy", "checkout", List.of(), "reflection", "team-a", "", Day.parse("2026-12-31"), 14)),
            "AOTException legacy keeps checkout on JIT",
            new Admission(List.of(), new WaveSlot.Waits(Reason.WaveWaits, "wave edge is closed"), List.of(), ""));

    @Test
    void aCriterionShowsItsWeightPointsAndWhetherItIsAHardStop() {
        var written = CandidateWriter.write(ASSESSED);
        assertThat(written).isNotNull();
        assertThat(written.score()).isZero();
        assertThat(written.minimumScore()).isEqualTo(70);
        assertThat(written.checks().getFirst().criteria())
                .containsExactly(
                        new CandidateStatus.Criterion("Owner", "Failed", 40, 0, true, "nobody owns it"),
                        new CandidateStatus.Criterion(
                                "Review", "Passed", null, null, null, "reviewed by bob on 2026-10-01"));
        assertThat(written.exceptions())
                .containsExactly(
                        "AOTException legacy keeps checkout on JIT until 2026-12-31: reflection (owner team-a)");
    }

    @Test
    void governanceIsInTheConditionsOfEveryRollout() {
        assertThat(text(GovernanceConditions.of(ASSESSED)))
                .isEqualTo(
                        "CandidateApproved FAILED OwnerMissing, WaveAdmitted FAILED WaveWaits, Exempted PASSED Exempted");
        assertThat(text(GovernanceConditions.of(Assessment.NONE)))
                .isEqualTo(
                        "CandidateApproved UNKNOWN CandidateUnknown, WaveAdmitted PASSED WaveFree, Exempted FAILED AsExpected");
        assertThat(CandidateWriter.write(Assessment.NONE)).isNull();
    }

    private static String text(List<GovernanceConditions.Stated> all) {
        return all.stream()
                .map(stated -> "%s %s %s".formatted(stated.type(), stated.status(), stated.reason()))
                .collect(Collectors.joining(", "));
    }
}
