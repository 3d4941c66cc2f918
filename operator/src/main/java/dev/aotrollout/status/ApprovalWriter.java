package dev.aotrollout.status;

import static dev.aotrollout.decision.RolloutState.NOT_YET;

import dev.aotrollout.api.ApprovalStatus;
import dev.aotrollout.decision.Decider;
import dev.aotrollout.decision.Gate;
import dev.aotrollout.decision.GateAnswer;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.decision.Outlook;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The gate before the next step, as people read it. */
final class ApprovalWriter {
    private ApprovalWriter() {}

    static @Nullable ApprovalStatus write(Outlook outlook) {
        return Decider.gate(outlook.plan(), outlook.after(), outlook.seen())
                .map(answer -> write(answer, outlook.after().clock().approvalAsked()))
                .orElse(null);
    }

    private static ApprovalStatus write(GateAnswer answer, Instant asked) {
        var gate = answer.gate();
        var limited = !gate.timeout().equals(Gate.Approvals.FOR_EVER) && !asked.equals(NOT_YET);
        return new ApprovalStatus(
                answer.weight(),
                gate.required(),
                answer.approvers(),
                answer.refused().isEmpty() ? null : answer.refused(),
                limited ? Moments.text(asked.plus(gate.timeout())) : null);
    }
}
