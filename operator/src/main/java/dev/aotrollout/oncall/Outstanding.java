package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRolloutStatus.Run;
import dev.aotrollout.api.ApprovalStatus;
import dev.aotrollout.intake.CommandReader;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a running rollout waits for, and until when.
 *
 * @param soakSeconds of the current step
 * @param servedAt when its weight was first served: the soak began
 * @param soakEndsAt absent before the soak, and when it is over
 * @param deadlineAt after which the step counts as inconclusive
 * @param command that the operator has not acted on
 */
record Outstanding(
        @Nullable Integer soakSeconds,
        @Nullable Instant servedAt,
        @Nullable Instant soakEndsAt,
        @Nullable Instant deadlineAt,
        @Nullable ApprovalStatus approval,
        @Nullable String command) {

    static Outstanding of(Standing at, Instant now) {
        var run = at.run();
        var running = run.filter(one -> "RUNNING".equals(one.outcome())).isPresent();
        var index = at.stepIndex();
        var steps = at.spec().steps();
        var approval = at.status().map(status -> status.approval()).orElse(null);
        if (!running || index < 0 || index >= steps.size())
            return new Outstanding(null, null, null, null, approval, command(at));
        var soak = steps.get(index).soakSeconds();
        var served = run.flatMap(one -> Standing.instant(one.stepServedAt())).orElse(null);
        var ends = served == null ? null : served.plusSeconds(soak);
        var deadline = run.flatMap(one -> Standing.instant(one.stepEnteredAt()))
                .map(entered -> entered.plusSeconds(soak)
                        .plusSeconds(at.spec().progress().maxStepSeconds()))
                .orElse(null);
        return new Outstanding(
                soak, served, ends != null && ends.isAfter(now) ? ends : null, deadline, approval, command(at));
    }

    private static @Nullable String command(Standing at) {
        var promote = at.annotation(CommandReader.PROMOTE)
                .filter(value -> !value.equalsIgnoreCase(
                        at.run().map(Run::handledPromote).orElse("")))
                .map(value -> "promote=" + value);
        var abort = at.annotation(CommandReader.ABORT)
                .filter(_ -> at.run()
                        .filter(run -> "ROLLED_BACK".equals(run.outcome()))
                        .isEmpty())
                .map(_ -> "abort");
        return Optional.ofNullable(abort.orElse(null)).or(() -> promote).orElse(null);
    }
}
