package dev.aotrollout.decision;

import static dev.aotrollout.decision.RolloutState.NOT_YET;
import static dev.aotrollout.decision.Row.row;
import static dev.aotrollout.decision.Row.tests;
import static dev.aotrollout.decision.Situation.FAILED;
import static dev.aotrollout.decision.Situation.NOW;
import static dev.aotrollout.decision.Situation.THIN;
import static dev.aotrollout.decision.Situation.fresh;
import static dev.aotrollout.decision.Situation.promoted;
import static dev.aotrollout.decision.Situation.rolledBack;
import static dev.aotrollout.decision.Situation.soaked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What governance keeps from going up, and that it never keeps anything from going down. */
class PolicyRulesTest {
    static final Gate.Approvals ONE =
            new Gate.Approvals(1, false, Duration.ofDays(7), Gate.Approvals.FOR_EVER, Gate.OnTimeout.PAUSE);
    private static final Gate.Approvals FOUR_EYES =
            new Gate.Approvals(1, true, Duration.ofDays(7), Gate.Approvals.FOR_EVER, Gate.OnTimeout.PAUSE);
    private static final Gate.Approvals TWO_WITHIN_AN_HOUR =
            new Gate.Approvals(2, false, Duration.ofDays(7), Duration.ofHours(1), Gate.OnTimeout.ROLL_BACK);
    private static final WaveSlot HELD = new WaveSlot.Held(Reason.WaveHalted, "wave edge is halted");
    private static final WaveSlot WAITS = new WaveSlot.Waits(Reason.WaveWaits, "wave edge is closed");

    static Admission refused() {
        var objection = new Objection(Reason.LibraryDenied, "Moq is denied");
        return new Admission(List.of(objection), new WaveSlot.Free(), List.of(), "");
    }

    static Admission slot(WaveSlot slot) {
        return new Admission(List.of(), slot, List.of(), "");
    }

    private static Admission approved(String author, Approval... approvals) {
        return new Admission(List.of(), new WaveSlot.Free(), List.of(approvals), author);
    }

    private static Approval by(String approver, int weight) {
        return new Approval("ok-" + approver, weight, approver, NOW.minusSeconds(60), NOT_YET);
    }

    private static Approval granted(Instant at) {
        return new Approval("ok-alice", 50, "alice", at, NOT_YET);
    }

    @TestFactory
    Stream<DynamicTest> objections() {
        return tests(
                row("policy keeps a rollout from beginning", fresh().admission(refused()), "Hold LibraryDenied"),
                row("policy holds a rollout that has begun", soaked(0).admission(refused()), "Hold LibraryDenied"),
                row(
                        "a regression rolls back whatever policy says",
                        soaked(0).admission(refused()).findings(FAILED),
                        "RollBack ErrorsRegressed"),
                row(
                        "abort rolls back whatever policy says",
                        soaked(0).admission(refused()).abort("pager"),
                        "RollBack Aborted"),
                row(
                        "policy takes nothing back from a promoted rollout",
                        promoted().admission(refused()),
                        "Rest Promoted"));
    }

    @TestFactory
    Stream<DynamicTest> waves() {
        return tests(
                row("without a slot a rollout does not begin", fresh().admission(slot(WAITS)), "Wait WaveWaits"),
                row(
                        "with a slot it begins",
                        fresh().admission(slot(new WaveSlot.Admitted("slot 1 of 2"))),
                        "Advance 0 StepEntered"),
                row(
                        "one that has begun does not wait for a slot",
                        soaked(0).admission(slot(WAITS)),
                        "Advance 1 StepEntered"),
                row("a halted plan holds what has begun", soaked(0).admission(slot(HELD)), "Hold WaveHalted"),
                row(
                        "a halted plan holds no rollback",
                        soaked(0).admission(slot(HELD)).findings(FAILED),
                        "RollBack ErrorsRegressed"));
    }

    @TestFactory
    Stream<DynamicTest> exceptions() {
        return tests(
                row("an exception keeps a rollout from beginning", fresh().exempted("Moq"), "RollBack Exempted"),
                row("an exception takes a rollout back", soaked(1).exempted("Moq"), "RollBack Exempted"),
                row("an exception takes a promoted rollout back", promoted().exempted("Moq"), "RollBack Exempted"),
                row(
                        "while it counts, it stays back",
                        rolledBack(Reason.Exempted).exempted("Moq"),
                        "Rest Exempted"),
                row("when it ends, the rollout begins", rolledBack(Reason.Exempted), "Advance 0 StepEntered"),
                row("a rollback for another reason stays", rolledBack(Reason.OomKilled), "Rest OomKilled"));
    }

    @TestFactory
    Stream<DynamicTest> approvals() {
        return tests(
                row("the first step waits for its approval", fresh().gate(0, ONE), "Wait ApprovalMissing"),
                row(
                        "an approval lets it begin",
                        fresh().gate(0, ONE).admission(approved("", by("alice", 5))),
                        "Advance 0 StepEntered"),
                row(
                        "an approval of another weight does not",
                        fresh().gate(0, ONE).admission(approved("", by("alice", 50))),
                        "Wait ApprovalMissing"),
                row("the next step waits for its approval", soaked(0).gate(1, ONE), "Wait ApprovalMissing"),
                row("evidence comes before approvals", soaked(0).gate(1, ONE).findings(THIN), "Wait ThinEvidence"),
                row("a gate behind it does not matter", soaked(1).gate(1, ONE), "Advance 2 StepEntered"),
                row("the last step has no gate after it", soaked(2).gate(2, ONE), "Promote Promoted"),
                row(
                        "one person who approves twice is one",
                        soaked(0).gate(1, TWO_WITHIN_AN_HOUR).admission(approved("", by("alice", 50), by("alice", 50))),
                        "Wait ApprovalMissing"),
                row(
                        "two people are two",
                        soaked(0).gate(1, TWO_WITHIN_AN_HOUR).admission(approved("", by("alice", 50), by("bob", 50))),
                        "Advance 1 StepEntered"),
                row(
                        "the author does not approve the own change where four eyes are asked for",
                        soaked(0).gate(1, FOUR_EYES).admission(approved("alice", by("alice", 50))),
                        "Wait ApprovalMissing"),
                row(
                        "neither does one of several authors",
                        soaked(0).gate(1, FOUR_EYES).admission(approved("bob, alice", by("alice", 50))),
                        "Wait ApprovalMissing"),
                row(
                        "somebody else does",
                        soaked(0).gate(1, FOUR_EYES).admission(approved("alice", by("bob", 50))),
                        "Advance 1 StepEntered"),
                row(
                        "without a named author nobody can prove to be somebody else",
                        soaked(0).gate(1, FOUR_EYES).admission(approved("", by("bob", 50))),
                        "Wait ApprovalMissing"),
                row(
                        "an old approval does not count",
                        soaked(0).gate(1, ONE).admission(approved("", granted(NOW.minus(Duration.ofDays(7))))),
                        "Wait ApprovalMissing"),
                row(
                        "a promotion by annotation does not replace an approval",
                        soaked(0).gate(1, ONE).promote(Promotion.STEP, 0),
                        "Wait ApprovalMissing"),
                row(
                        "approvals that do not come in time bring the traffic back where that was asked for",
                        soaked(0).gate(1, TWO_WITHIN_AN_HOUR).askedBefore(Duration.ofHours(1)),
                        "RollBack ApprovalTimedOut"),
                row(
                        "within the time it waits",
                        soaked(0).gate(1, TWO_WITHIN_AN_HOUR).askedBefore(Duration.ofMinutes(59)),
                        "Wait ApprovalMissing"));
    }

    @Test
    void theWaitForApprovalsIsRememberedFromItsFirstLook() {
        assertThat(soaked(0).gate(1, ONE).look().after().clock().approvalAsked())
                .isEqualTo(NOW);
        var since = soaked(0).gate(1, ONE).askedBefore(Duration.ofMinutes(5)).look();
        assertThat(since.after().clock().approvalAsked()).isEqualTo(NOW.minusSeconds(300));
        assertThat(soaked(0).look().after().clock().approvalAsked()).isEqualTo(NOT_YET);
    }

    @Test
    void theMessageSaysHowManyWhoAndWhatHappensNext() {
        var given = soaked(0)
                .gate(1, TWO_WITHIN_AN_HOUR)
                .admission(approved("", by("alice", 50), granted(NOW.minus(Duration.ofDays(8)))));
        assertThat(given.look().decision().message())
                .isEqualTo("1 of 2 approvals for weight 50 of revision r1 (alice; ok-alice counted until"
                        + " 2026-11-01T09:00:00Z (approval.validSeconds)); create an AOTApproval by 2026-11-02T10:00:00Z,"
                        + " else all traffic goes back to JIT");
    }
}
