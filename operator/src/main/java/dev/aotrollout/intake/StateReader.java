package dev.aotrollout.intake;

import static dev.aotrollout.decision.RolloutState.NOT_YET;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus.Run;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Promotion;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.judge.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From the recorded status to the memory that the core works on. */
public final class StateReader {
    private StateReader() {}

    /** What was recorded last; {@link RolloutState#NEW} where nothing was. */
    public static RolloutState read(AotRollout rollout) {
        var status = rollout.getStatus();
        if (status == null || status.run() == null) return RolloutState.NEW;
        var run = status.run();
        return new RolloutState(
                run.revision(),
                Outcome.valueOf(run.outcome()),
                run.stepIndex(),
                status.weight() == null ? 0 : status.weight(),
                new RolloutState.Clock(
                        instant(run.startedAt()),
                        instant(run.stepEnteredAt()),
                        instant(run.weightSetAt()),
                        instant(run.stepServedAt()),
                        instant(run.zeroServedAt()),
                        instant(run.approvalAskedAt())),
                ending(run),
                new RolloutState.JitMemory(run.jitCapacity(), run.jitRetired()),
                run.spentPercent(),
                handled(run),
                HistoryReader.read(run));
    }

    private static RolloutState.Ending ending(Run run) {
        var reason = run.endReason();
        if (reason == null) return RolloutState.Ending.NONE;
        var message = run.endMessage() == null ? "" : run.endMessage();
        return new RolloutState.Ending(Reason.valueOf(reason), message, instant(run.endedAt()));
    }

    private static RolloutState.Handled handled(Run run) {
        var promote = run.handledPromote();
        var step = run.handledPromoteStep();
        var retry = run.handledRetry();
        return new RolloutState.Handled(
                promote == null ? Promotion.NONE : Promotion.valueOf(promote),
                step == null ? -1 : step,
                retry == null ? "" : retry);
    }

    static Instant instant(@Nullable String text) {
        return text == null ? NOT_YET : Instant.parse(text);
    }
}
