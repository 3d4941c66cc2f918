package dev.aotrollout.decision;

import static dev.aotrollout.decision.RolloutState.NOT_YET;

import dev.aotrollout.judge.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What governance has to say: it keeps a rollout from going up, and only an approval that never came may bring one down. */
final class PolicyRules {
    private PolicyRules() {}

    static Optional<Decision> refusedHolds(Case given) {
        return given.seen().admission().objections().stream()
                .findFirst()
                .map(objection -> new Decision.Hold(objection.reason(), objection.message(), patience(given)));
    }

    static Optional<Decision> waveWaits(Case given) {
        return switch (given.seen().admission().wave()) {
            case WaveSlot.Free() -> Optional.empty();
            case WaveSlot.Admitted(var _) -> Optional.empty();
            case WaveSlot.Waits(var reason, var message) ->
                given.started() ? Optional.empty() : Optional.of(new Decision.Wait(reason, message, patience(given)));
            case WaveSlot.Held(var reason, var message) ->
                Optional.of(new Decision.Hold(reason, message, patience(given)));
        };
    }

    static Optional<Decision> firstApprovalWaits(Case given) {
        return given.started() ? Optional.empty() : approvalWaits(given);
    }

    /** Nothing else is missing for the next step when this is asked; a promotion by annotation does not replace people. */
    static Optional<Decision> approvalWaits(Case given) {
        return gate(given).filter(answer -> !answer.isOpen()).map(answer -> waiting(given, answer));
    }

    /** The gate before the next step, where it has one. */
    static Optional<GateAnswer> gate(Case given) {
        if (given.started() && given.plan().isLast(given.state().step())) return Optional.empty();
        var next = given.plan().step(given.state().step() + 1);
        return next.gate() instanceof Gate.Approvals approvals
                ? Optional.of(
                        GateAnswer.of(approvals, next.weight(), given.seen().admission(), given.now()))
                : Optional.empty();
    }

    private static Decision waiting(Case given, GateAnswer answer) {
        var asked = given.state().clock().approvalAsked();
        var deadline = deadline(answer.gate(), asked.equals(NOT_YET) ? given.now() : asked);
        if (given.now().isBefore(deadline))
            return new Decision.Wait(
                    Reason.ApprovalMissing, missing(given, answer) + outlook(answer, deadline), patience(given));
        var message = "%s; nobody did by %s".formatted(missing(given, answer), Moments.text(deadline));
        return switch (answer.gate().onTimeout()) {
            case PAUSE -> new Decision.Hold(Reason.ApprovalTimedOut, message + "; still waits", patience(given));
            case ROLL_BACK -> new Decision.RollBack(List.of(), Reason.ApprovalTimedOut, message, Duration.ofSeconds(1));
        };
    }

    private static Instant deadline(Gate.Approvals gate, Instant asked) {
        return asked.plus(gate.timeout());
    }

    private static String missing(Case given, GateAnswer answer) {
        var have = answer.approvers().isEmpty() ? "nobody" : String.join(", ", answer.approvers());
        var refused = answer.refused().isEmpty() ? "" : "; " + String.join("; ", answer.refused());
        return "%d of %d approvals for weight %d of revision %s (%s%s); create an AOTApproval"
                .formatted(
                        answer.approvers().size(),
                        answer.gate().required(),
                        answer.weight(),
                        given.plan().revision(),
                        have,
                        refused);
    }

    private static String outlook(GateAnswer answer, Instant deadline) {
        if (answer.gate().timeout().equals(Gate.Approvals.FOR_EVER)) return "";
        return switch (answer.gate().onTimeout()) {
            case PAUSE -> " by %s".formatted(Moments.text(deadline));
            case ROLL_BACK -> " by %s, else all traffic goes back to JIT".formatted(Moments.text(deadline));
        };
    }

    private static Duration patience(Case given) {
        return given.started() ? given.lively() : Duration.ofSeconds(5);
    }
}
