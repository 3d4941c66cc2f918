package dev.aotrollout.status;

import dev.aotrollout.decision.Moments;
import dev.aotrollout.governance.WaveBoard;
import dev.aotrollout.governance.WavePhase;
import dev.aotrollout.judge.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Conditions of a plan: every one is set on the first visit. */
final class WaveConditions {
    private final WaveBoard board;
    private final List<Condition> before;
    private final Instant now;
    private final List<Condition> conditions = new ArrayList<>();

    private WaveConditions(WaveBoard board, List<Condition> before, Instant now) {
        this.board = board;
        this.before = before;
        this.now = now;
    }

    static List<Condition> write(WaveBoard board, List<Condition> before, Instant now) {
        var writer = new WaveConditions(board, before, now);
        writer.all();
        return List.copyOf(writer.conditions);
    }

    private void all() {
        var phase = board.headline().phase();
        var message = board.headline().message();
        var reason = reason(phase);
        var valid = phase != WavePhase.INVALID;
        var halted = !board.halt().equals(WaveBoard.Halt.NONE);
        var complete = phase == WavePhase.COMPLETE;
        var stalled = !valid || halted;
        add("Ready", complete, reason, message);
        add("Progressing", phase == WavePhase.RUNNING || phase == WavePhase.SOAKING, reason, message);
        add("Valid", valid, valid ? Reason.AsExpected : Reason.WaveInvalid, valid ? "" : message);
        add(
                "Halted",
                halted,
                halted ? Reason.WaveHalted : Reason.AsExpected,
                halted ? board.halt().why() : "");
        add("Reconciling", !complete && !stalled, reason, message);
        add("Stalled", stalled, stalled ? reason : Reason.AsExpected, stalled ? message : "");
    }

    private static Reason reason(WavePhase phase) {
        return switch (phase) {
            case RUNNING -> Reason.WaveAdmitted;
            case SOAKING -> Reason.SoakWaits;
            case WAITING -> Reason.WaveWaits;
            case FROZEN -> Reason.WaveFrozen;
            case PAUSED -> Reason.PausedByUser;
            case HALTED -> Reason.WaveHalted;
            case INVALID -> Reason.WaveInvalid;
            case COMPLETE -> Reason.AsExpected;
        };
    }

    private void add(String type, boolean holds, Reason reason, String message) {
        var status = holds ? "True" : "False";
        conditions.add(new ConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason.name())
                .withMessage(message)
                .withObservedGeneration(board.generation())
                .withLastTransitionTime(changed(type, status))
                .build());
    }

    private String changed(String type, String status) {
        for (var condition : before)
            if (condition.getType().equals(type) && condition.getStatus().equals(status))
                return condition.getLastTransitionTime();
        return Moments.text(now);
    }
}
