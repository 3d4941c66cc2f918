package dev.aotrollout.decision;

import static dev.aotrollout.decision.RolloutState.NOT_YET;

import dev.aotrollout.decision.History.LastRollback;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;

/** How the memory of the past grows: by the step that is left, the run that ends, the rollback that is seen to be complete. */
final class Chronicle {
    private Chronicle() {}

    static History after(Case given, RolloutState decided, Decision decision) {
        var before = given.state();
        var history = before.history();
        var ends = decision instanceof Decision.RollBack || decision instanceof Decision.Promote;
        var began = before.step() >= 0;
        if (began && before.outcome() == Outcome.RUNNING && (ends || decision instanceof Decision.Advance))
            history = history.left(step(given, decided));
        if (began && ends) history = history.ended(run(given, decided, history));
        if (decision instanceof Decision.RollBack && before.weight() > 0)
            history = history.with(new LastRollback(given.now(), before.weight(), NOT_YET));
        return completed(history, decided);
    }

    private static StepRecord step(Case given, RolloutState decided) {
        var before = given.state();
        return new StepRecord(
                before.step(),
                before.weight(),
                before.clock().shifted(),
                before.clock().served(),
                given.now(),
                tally(given, decided));
    }

    private static Reading<StepRecord.Tally> tally(Case given, RolloutState decided) {
        if (!given.state().hasShifted()) return new Reading.Missing<>("its weight was never asked for", false);
        return switch (given.seen().evidence().traffic()) {
            case Reading.Missing<Traffic>(var why, var pending) -> new Reading.Missing<>(why, pending);
            case Reading.Known<Traffic>(var traffic, var asOf) ->
                new Reading.Known<>(
                        new StepRecord.Tally(
                                traffic.jit().requests(),
                                traffic.jit().errors(),
                                traffic.aot().requests(),
                                traffic.aot().errors(),
                                decided.spentPercent() - given.state().spentPercent()),
                        asOf);
        };
    }

    private static EndedRun run(Case given, RolloutState decided, History history) {
        return new EndedRun(
                decided.revision(),
                decided.outcome(),
                decided.clock().started(),
                decided.ending(),
                given.state().weight(),
                decided.spentPercent(),
                history.steps());
    }

    /** The first look that sees weight 0 served after a rollback completes it. */
    private static History completed(History history, RolloutState decided) {
        var rollback = history.lastRollback();
        var zero = decided.clock().zeroServed();
        var open = rollback.zeroServed().equals(NOT_YET) && !rollback.at().equals(NOT_YET);
        if (!open || zero.equals(NOT_YET) || zero.isBefore(rollback.at())) return history;
        return history.with(new LastRollback(rollback.at(), rollback.fromWeight(), zero));
    }
}
