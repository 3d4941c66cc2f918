package dev.aotrollout.status;

import static dev.aotrollout.decision.RolloutState.NOT_YET;
import static dev.aotrollout.status.RunWriter.text;

import dev.aotrollout.api.AotRolloutStatus.LastRollback;
import dev.aotrollout.api.AotRolloutStatus.StepStatus;
import dev.aotrollout.api.AotRolloutStatus.UnfiledRun;
import dev.aotrollout.decision.EndedRun;
import dev.aotrollout.decision.History;
import dev.aotrollout.decision.StepRecord;
import dev.aotrollout.judge.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From what the core remembers of the past to the recorded status; the inverse of {@code intake.HistoryReader}. */
final class HistoryWriter {
    private HistoryWriter() {}

    static @Nullable List<StepStatus> steps(List<StepRecord> steps) {
        return steps.isEmpty() ? null : steps.stream().map(HistoryWriter::step).toList();
    }

    private static StepStatus step(StepRecord step) {
        var tally = step.tally() instanceof Reading.Known<StepRecord.Tally>(var counted, var _) ? counted : null;
        var why = step.tally() instanceof Reading.Missing<StepRecord.Tally>(var missing, var _) ? missing : null;
        return new StepStatus(
                step.index(),
                step.weight(),
                text(step.shifted()),
                text(step.served()),
                text(step.left()),
                tally == null ? null : tally.jitRequests(),
                tally == null ? null : tally.jitErrors(),
                tally == null ? null : tally.aotRequests(),
                tally == null ? null : tally.aotErrors(),
                tally == null ? null : tally.spentPercent(),
                why);
    }

    static @Nullable List<UnfiledRun> unfiled(List<EndedRun> runs) {
        return runs.isEmpty() ? null : runs.stream().map(HistoryWriter::run).toList();
    }

    private static UnfiledRun run(EndedRun run) {
        return new UnfiledRun(
                run.revision(),
                run.outcome().name(),
                run.started().toString(),
                run.ending().at().toString(),
                run.ending().reason().name(),
                run.ending().message(),
                run.weight(),
                run.spentPercent(),
                run.steps().stream().map(HistoryWriter::step).toList());
    }

    static @Nullable LastRollback rollback(History.LastRollback rollback) {
        return rollback.at().equals(NOT_YET)
                ? null
                : new LastRollback(rollback.at().toString(), rollback.fromWeight(), text(rollback.zeroServed()));
    }
}
