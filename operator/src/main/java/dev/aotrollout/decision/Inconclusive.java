package dev.aotrollout.decision;

import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Traffic;
import dev.aotrollout.judge.WorstCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of a step that has not passed by its deadline. */
final class Inconclusive {
    private Inconclusive() {}

    /** The instant after which the current step counts as inconclusive. */
    static String deadline(Case given) {
        return Moments.text(deadlineAt(given));
    }

    /** {@code wait} before the deadline; afterwards what the plan says, nothing where it says to go on. */
    static Optional<Decision> answer(Case given, Decision.Wait wait) {
        if (!given.started() || given.now().isBefore(deadlineAt(given))) return Optional.of(wait);
        return switch (given.plan().policy().onInconclusive()) {
            case PAUSE -> Optional.of(paused(given, wait));
            case ROLL_BACK -> Rules.rollBack(given, List.of(), Reason.ProgressDeadline, overdue(given, wait));
            case ADVANCE_WITHIN_BUDGET -> mayAdvance(given) ? Optional.empty() : Optional.of(paused(given, wait));
        };
    }

    private static Instant deadlineAt(Case given) {
        return given.state()
                .clock()
                .stepEntered()
                .plus(given.step().soak())
                .plus(given.plan().policy().maxStep());
    }

    private static Decision paused(Case given, Decision.Wait wait) {
        return new Decision.Hold(
                Reason.Inconclusive,
                overdue(given, wait)
                        + "; set aotrollout.dev/promote: step to go on, or aotrollout.dev/abort to go back",
                given.lively());
    }

    private static String overdue(Case given, Decision.Wait wait) {
        return "step %s has not passed by %s: %s".formatted(given.state().step() + 1, deadline(given), wait.message());
    }

    /** Only a weight that is served can be left upwards, and only where the budget carries the worst that the data allows. */
    private static boolean mayAdvance(Case given) {
        var evidence = given.seen().evidence();
        if (!given.state().isServed()
                || !(evidence.traffic() instanceof Reading.Known<Traffic>(var traffic, var _))
                || !(evidence.budget() instanceof Reading.Known<Budget>(var budget, var _))) return false;
        var next = given.plan().step(given.state().step() + 1);
        var age = Duration.between(given.state().clock().shifted(), given.now());
        var worst = WorstCase.spentPercent(traffic, age, next.weight() / 100.0, next.soak(), budget);
        var spent = evidence.step().spentBeforePercent();
        return worst + spent <= given.plan().policy().maxRolloutSpendPercent();
    }
}
