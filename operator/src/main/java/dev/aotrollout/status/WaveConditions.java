package dev.aotrollout.status;

import dev.aotrollout.governance.WaveBoard;
import dev.aotrollout.governance.WavePhase;
import dev.aotrollout.judge.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;

/** Conditions of a plan: every one is set on the first visit. */
final class WaveConditions {
    private final WaveBoard board;
    private final ConditionList conditions;

    private WaveConditions(WaveBoard board, List<Condition> before, Instant now) {
        this.board = board;
        conditions = new ConditionList(before, board.generation(), now);
    }

    static List<Condition> write(WaveBoard board, List<Condition> before, Instant now) {
        var writer = new WaveConditions(board, before, now);
        writer.all();
        return writer.conditions.all();
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
        conditions.add(type, holds ? "True" : "False", reason, message);
    }
}
