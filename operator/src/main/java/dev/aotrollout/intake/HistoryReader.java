package dev.aotrollout.intake;

import static dev.aotrollout.intake.StateReader.instant;

import dev.aotrollout.api.AotRolloutStatus.LastRollback;
import dev.aotrollout.api.AotRolloutStatus.Run;
import dev.aotrollout.api.AotRolloutStatus.StepStatus;
import dev.aotrollout.api.AotRolloutStatus.UnfiledRun;
import dev.aotrollout.decision.EndedRun;
import dev.aotrollout.decision.History;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.decision.StepRecord;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the recorded status to what the core remembers of the past; the inverse of {@code status.HistoryWriter}. */
final class HistoryReader {
    private HistoryReader() {}

    static History read(Run run) {
        List<UnfiledRun> unfiled = run.unfiled() == null ? List.of() : run.unfiled();
        return new History(
                steps(run.steps()), unfiled.stream().map(HistoryReader::ended).toList(), rollback(run.lastRollback()));
    }

    private static List<StepRecord> steps(@Nullable List<StepStatus> steps) {
        return steps == null
                ? List.of()
                : steps.stream().map(HistoryReader::step).toList();
    }

    private static StepRecord step(StepStatus step) {
        var left = instant(step.leftAt());
        return new StepRecord(
                step.index(),
                step.weight(),
                instant(step.weightSetAt()),
                instant(step.servedAt()),
                left,
                tally(step, left));
    }

    private static Reading<StepRecord.Tally> tally(StepStatus step, Instant left) {
        var jit = step.jitRequests();
        var aot = step.aotRequests();
        if (jit == null || aot == null)
            return new Reading.Missing<>(step.unmeasured() == null ? "not recorded" : step.unmeasured());
        return new Reading.Known<>(
                new StepRecord.Tally(
                        jit, orZero(step.jitErrors()), aot, orZero(step.aotErrors()), orZero(step.spentPercent())),
                left);
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private static double orZero(@Nullable Double number) {
        return number == null ? 0 : number;
    }

    private static EndedRun ended(UnfiledRun run) {
        return new EndedRun(
                run.revision(),
                Outcome.valueOf(run.outcome()),
                instant(run.startedAt()),
                new RolloutState.Ending(Reason.valueOf(run.endReason()), run.endMessage(), instant(run.endedAt())),
                run.weight(),
                run.spentPercent(),
                steps(run.steps()));
    }

    private static History.LastRollback rollback(@Nullable LastRollback rollback) {
        return rollback == null
                ? History.LastRollback.NONE
                : new History.LastRollback(
                        instant(rollback.at()), rollback.fromWeight(), instant(rollback.zeroServedAt()));
    }
}
