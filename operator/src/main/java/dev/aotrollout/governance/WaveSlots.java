package dev.aotrollout.governance;

import dev.aotrollout.decision.Moments;
import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.judge.Reason;
import java.time.Instant;
import java.util.Optional;

/** What a recorded board says to one rollout. */
public final class WaveSlots {
    private WaveSlots() {}

    /** To a rollout whose plan does not exist. */
    public static WaveSlot missing(String plan) {
        return new WaveSlot.Waits(
                Reason.WavePlanMissing,
                "AOTWavePlan %s does not exist; create it, or correct spec.wave.plan".formatted(plan));
    }

    /** The place of {@code claim} in {@code plan}, whose board was recorded before. Only a recorded slot lets a rollout begin. */
    public static WaveSlot slot(WavePlan plan, WaveBoard board, WaveClaim claim, Instant now) {
        if (plan.stage(claim.wave()).isEmpty())
            return new WaveSlot.Waits(
                    Reason.WaveInvalid,
                    "plan %s has no wave %s; correct spec.wave.wave".formatted(plan.name(), claim.wave()));
        return invalid(plan, board)
                .or(() -> stopped(plan, board, claim, now))
                .orElseGet(() -> place(plan, board, claim));
    }

    private static Optional<WaveSlot> invalid(WavePlan plan, WaveBoard board) {
        var problem = plan.unreadable().stream()
                .findFirst()
                .or(() -> board.problems().stream().findFirst());
        return problem.map(
                why -> new WaveSlot.Waits(Reason.WaveInvalid, "plan %s admits nobody: %s".formatted(plan.name(), why)));
    }

    private static Optional<WaveSlot> stopped(WavePlan plan, WaveBoard board, WaveClaim claim, Instant now) {
        if (board.isHalted())
            return Optional.of(held(
                    claim,
                    Reason.WaveHalted,
                    "plan %s is halted: %s; %s"
                            .formatted(plan.name(), board.halt().why(), WaveNotes.RESUME)));
        if (plan.rules().paused())
            return Optional.of(held(
                    claim, Reason.PausedByUser, "plan %s is paused; set spec.paused to false".formatted(plan.name())));
        return plan.frozen(now)
                .map(frozen -> held(
                        claim,
                        Reason.WaveFrozen,
                        "plan %s is frozen until %s (%s)"
                                .formatted(plan.name(), Moments.text(frozen.until()), frozen.name())));
    }

    /** What has begun is held where it is; what has not begun waits. */
    private static WaveSlot held(WaveClaim claim, Reason reason, String message) {
        return claim.begun() ? new WaveSlot.Held(reason, message) : new WaveSlot.Waits(reason, message);
    }

    private static WaveSlot place(WavePlan plan, WaveBoard board, WaveClaim claim) {
        var slot = board.slots().stream().filter(grant -> grant.isFor(claim)).findFirst();
        if (slot.isPresent())
            return new WaveSlot.Admitted("wave %s of plan %s, since %s"
                    .formatted(
                            slot.get().wave(),
                            plan.name(),
                            Moments.text(slot.get().at())));
        return new WaveSlot.Waits(
                Reason.WaveWaits, "plan %s: %s".formatted(plan.name(), WaveNotes.queue(board, claim)));
    }
}
