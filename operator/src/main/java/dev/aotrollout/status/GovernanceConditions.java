package dev.aotrollout.status;

import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.governance.Answer;
import dev.aotrollout.governance.Assessment;
import dev.aotrollout.judge.Reason;
import java.util.List;

/** What governance says, as conditions. */
final class GovernanceConditions {
    private GovernanceConditions() {}

    /** One of them. */
    record Stated(String type, Answer status, Reason reason, String message) {}

    /** All of them, whether or not anything is governed. */
    static List<Stated> of(Assessment assessment) {
        var verdict = assessment.verdict();
        var exempt = !assessment.exemption().isEmpty();
        return List.of(
                new Stated("CandidateApproved", verdict.answer(), verdict.reason(), verdict.message()),
                wave(assessment.admission().wave()),
                new Stated(
                        "Exempted",
                        exempt ? Answer.PASSED : Answer.FAILED,
                        exempt ? Reason.Exempted : Reason.AsExpected,
                        exempt ? assessment.exemption() : "no AOTException keeps it on JIT"));
    }

    private static Stated wave(WaveSlot slot) {
        return switch (slot) {
            case WaveSlot.Free() -> wave(Answer.PASSED, Reason.WaveFree, "it names no wave and waits for nobody");
            case WaveSlot.Admitted(var message) -> wave(Answer.PASSED, Reason.WaveAdmitted, message);
            case WaveSlot.Waits(var reason, var message) -> wave(Answer.FAILED, reason, message);
            case WaveSlot.Held(var reason, var message) -> wave(Answer.FAILED, reason, message);
        };
    }

    private static Stated wave(Answer status, Reason reason, String message) {
        return new Stated("WaveAdmitted", status, reason, message);
    }
}
