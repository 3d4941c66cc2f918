package dev.aotrollout.cli;

import static dev.aotrollout.decision.RolloutState.NOT_YET;

import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.decision.Admission;
import dev.aotrollout.decision.Approval;
import dev.aotrollout.decision.Objection;
import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.judge.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From a status back to what governance said: the objection that counted, the slot, and who approved. */
final class AdmissionReader {
    private static final Set<Reason> HELD = EnumSet.of(Reason.WaveHalted, Reason.WaveFrozen);

    private AdmissionReader() {}

    static Admission read(AotRolloutStatus status, Instant now) {
        return new Admission(objections(status), slot(status), approvals(status, now), "");
    }

    /** Why an exception keeps the service on JIT; empty where none does. */
    static String exemption(AotRolloutStatus status) {
        return condition(status, "Exempted")
                .filter(c -> c.getStatus().equals("True"))
                .map(Condition::getMessage)
                .orElse("");
    }

    private static List<Objection> objections(AotRolloutStatus status) {
        var candidate = status.candidate();
        if (candidate == null || !candidate.blocking()) return List.of();
        return condition(status, "CandidateApproved").filter(c -> !c.getStatus().equals("True")).stream()
                .map(c -> new Objection(Reason.valueOf(c.getReason()), c.getMessage()))
                .toList();
    }

    private static WaveSlot slot(AotRolloutStatus status) {
        return condition(status, "WaveAdmitted")
                .filter(c -> !c.getStatus().equals("True"))
                .map(c -> slot(Reason.valueOf(c.getReason()), c.getMessage()))
                .orElse(new WaveSlot.Free());
    }

    private static WaveSlot slot(Reason reason, String message) {
        return HELD.contains(reason) ? new WaveSlot.Held(reason, message) : new WaveSlot.Waits(reason, message);
    }

    /** Those that counted; why others did not is in the message. */
    private static List<Approval> approvals(AotRolloutStatus status, Instant now) {
        var gate = status.approval();
        if (gate == null) return List.of();
        return gate.approvedBy().stream()
                .map(name -> new Approval(name, gate.weight(), name, now, NOT_YET))
                .toList();
    }

    private static Optional<Condition> condition(AotRolloutStatus status, String type) {
        List<Condition> all = status.conditions() == null ? List.of() : status.conditions();
        return all.stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst();
    }
}
