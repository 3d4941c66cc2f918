package dev.aotrollout.governance;

import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.judge.Reason;
import java.util.List;

/** The fifth check: is it its turn? The wave rule acts on it; here it is shown and scored. */
final class RolloutSequence {
    private RolloutSequence() {}

    static Check check(WaveSlot slot) {
        return switch (slot) {
            case WaveSlot.Free() ->
                of(Answer.PASSED, Reason.WaveFree, "it names no wave (spec.wave) and waits for nobody");
            case WaveSlot.Admitted(var message) -> of(Answer.PASSED, Reason.WaveAdmitted, message);
            case WaveSlot.Waits(var reason, var message) -> of(answer(reason), reason, message);
            case WaveSlot.Held(var reason, var message) -> of(answer(reason), reason, message);
        };
    }

    private static Answer answer(Reason reason) {
        return reason == Reason.WavePlanMissing || reason == Reason.WaveInvalid ? Answer.UNKNOWN : Answer.FAILED;
    }

    private static Check of(Answer answer, Reason reason, String message) {
        return new Check(
                CheckName.ROLLOUT_SEQUENCE,
                answer,
                reason,
                message,
                List.of(new Criterion(CriterionName.WAVE, answer, message)));
    }
}
