package dev.aotrollout.decision;

import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each {@link NamedRule} answers.
 *
 * <pre>
 *                    +--------------------- RollBack <---------------------------+
 *                    v                                                           |
 *   step -1 --Advance--> pods for step k --Shift--> weight asked --> served, soaking --Advance--> k+1 ... --Promote--> Rest
 *                        (Wait: unready)            (Wait: unserved) (Wait: soak, thin evidence; Hold: blind, paused)
 * </pre>
 */
final class Rules {
    private Rules() {}

    static Optional<Decision> rolledBackStaysDown(Case given) {
        var ending = given.state().ending();
        if (given.state().outcome() != Outcome.ROLLED_BACK) return Optional.empty();
        var calm = given.state().isDrained(given.now(), given.plan().policy().drain());
        return Optional.of(
                new Decision.Rest(ending.reason(), ending.message(), calm ? Case.CALM : Duration.ofSeconds(1)));
    }

    static Optional<Decision> abortRollsBack(Case given) {
        var why = given.plan().commands().abort();
        if (why.isEmpty()) return Optional.empty();
        return rollBack(
                given,
                List.of(),
                Reason.Aborted,
                "aborted by annotation: \"%s\"; remove aotrollout.dev/abort and set aotrollout.dev/retry to start again"
                        .formatted(why));
    }

    static Optional<Decision> goalJitRollsBack(Case given) {
        if (given.plan().goal() != Goal.JIT) return Optional.empty();
        return rollBack(
                given, List.of(), Reason.GoalIsJit, "spec.goal is JIT; set it to AOT to start from the first step");
    }

    /** The exception path: the service stays JIT until the exception ends. */
    static Optional<Decision> exemptedRollsBack(Case given) {
        var why = given.plan().exemption();
        return why.isEmpty() ? Optional.empty() : rollBack(given, List.of(), Reason.Exempted, why);
    }

    /** With weight on a track that has no ready pod, every request sent there fails. */
    static Optional<Decision> noReadyAotPodRollsBack(Case given) {
        var aot = given.seen().aot();
        if (given.state().weight() == 0 || aot.ready() > 0 || !jitCanTakeOver(given)) return Optional.empty();
        return rollBack(
                given,
                List.of(),
                Reason.AotUnavailable,
                "no AOT pod is ready at weight %s (of %s asked for); see kubectl get pods -l aotrollout.dev/track=aot"
                        .formatted(given.state().weight(), aot.desired()));
    }

    /** After retirement there is nothing to go back to at once. */
    private static boolean jitCanTakeOver(Case given) {
        return !given.state().jit().retired() && given.seen().jit().ready() > 0;
    }

    static Optional<Decision> regressionRollsBack(Case given) {
        if (given.state().outcome() == Outcome.PROMOTED || !given.started()) return Optional.empty();
        var failed = new ArrayList<Finding>();
        for (var finding : given.seen().findings()) if (finding.demandsRollback()) failed.add(finding);
        if (failed.isEmpty()) return Optional.empty();
        var first = failed.getFirst();
        return rollBack(
                given,
                failed,
                first.reason(),
                "%s in step %s at weight %s"
                        .formatted(
                                first.message(),
                                given.state().step() + 1,
                                given.state().weight()));
    }

    /** The plan was edited below the weight that is asked for. */
    static Optional<Decision> tooMuchWeightLowers(Case given) {
        var limit = given.started() ? given.step().weight() : 0;
        if (given.state().outcome() == Outcome.PROMOTED || given.state().weight() <= limit) return Optional.empty();
        var message = "weight %s is above the %s of the current step"
                .formatted(given.state().weight(), limit);
        return Optional.of(new Decision.Shift(limit, Reason.StepShrank, message, given.lively()));
    }

    static Optional<Decision> troubleHolds(Case given) {
        return given.seen().troubles().stream()
                .findFirst()
                .map(trouble -> new Decision.Hold(
                        trouble.reason(), trouble.message(), given.started() ? given.lively() : Duration.ofSeconds(5)));
    }

    static Optional<Decision> pausedHolds(Case given) {
        if (!given.plan().paused() && !given.plan().commands().paused()) return Optional.empty();
        var source = given.plan().paused() ? "spec.paused is true" : "the annotation aotrollout.dev/pause is set";
        return hold(given, Reason.PausedByUser, source + "; rollbacks go on, nothing advances until it is removed");
    }

    static Optional<Decision> blindHolds(Case given) {
        return given.missing()
                .map(missing -> missing.pending()
                        ? new Decision.Wait(Reason.MetricsPending, missing.why(), given.lively())
                        : new Decision.Hold(
                                Reason.MetricsUnavailable,
                                missing.why()
                                        + "; nothing advances without data, what Kubernetes reports is still watched",
                                given.lively()));
    }

    /** AOT pods of an older revision go before pods of the new one come. */
    static Optional<Decision> oldRevisionDrains(Case given) {
        var aot = given.seen().aot();
        var stale = aot.exists() && !aot.revision().equals(given.plan().revision());
        if (given.started()
                || !stale
                || given.state().isDrained(given.now(), given.plan().policy().drain())) return Optional.empty();
        return Optional.of(new Decision.Wait(
                Reason.Draining,
                "AOT pods of revision %s finish their requests before revision %s starts"
                        .formatted(aot.revision(), given.plan().revision()),
                Duration.ofSeconds(1)));
    }

    static Optional<Decision> unreadyJitWaits(Case given) {
        var jit = given.seen().jit();
        if (jit.ready() >= given.state().jit().capacity() && (given.started() || jit.rolledOut()))
            return Optional.empty();
        return Optional.of(inconclusiveOr(
                given,
                new Decision.Wait(
                        Reason.JitBelowCapacity,
                        "JIT has %s ready pods, %s carry all traffic; waits until it could take everything back"
                                .formatted(jit.ready(), given.state().jit().capacity()),
                        given.lively())));
    }

    static Optional<Decision> firstStepBegins(Case given) {
        if (given.started()) return Optional.empty();
        var low = budgetBelow(given, given.plan().policy().minRemainingToStartPercent());
        return Optional.of(low.orElseGet(() -> new Decision.Advance(
                0,
                Reason.StepEntered,
                "step 1/%s: AOT pods for weight %s"
                        .formatted(
                                given.plan().steps().size(),
                                given.plan().step(0).weight()),
                given.lively())));
    }

    static Optional<Decision> unreadyAotWaits(Case given) {
        var aot = given.seen().aot();
        var needed = given.aotReplicasNeeded();
        var current = aot.revision().equals(given.plan().revision()) && aot.rolledOut();
        if (given.state().weight() == given.step().weight() && given.state().hasShifted()) return Optional.empty();
        if (current && aot.ready() >= needed) return Optional.empty();
        return Optional.of(inconclusiveOr(
                given,
                new Decision.Wait(
                        Reason.TracksUnready,
                        "%s of %s AOT pods ready for weight %s"
                                .formatted(aot.ready(), needed, given.step().weight()),
                        given.lively())));
    }

    static Optional<Decision> readyTracksShift(Case given) {
        if (given.state().hasShifted()) return Optional.empty();
        var weight = given.step().weight();
        return Optional.of(new Decision.Shift(
                weight,
                Reason.WeightShifted,
                "step %s/%s: weight %s, %s AOT pods ready"
                        .formatted(
                                given.state().step() + 1,
                                given.plan().steps().size(),
                                weight,
                                given.seen().aot().ready()),
                given.lively()));
    }

    static Optional<Decision> unservedWeightWaits(Case given) {
        if (given.state().isServed()) return Optional.empty();
        var unserved = Served.whyNot(given);
        return unserved.map(trouble ->
                inconclusiveOr(given, new Decision.Wait(trouble.reason(), trouble.message(), Duration.ofSeconds(1))));
    }

    static Optional<Decision> soakWaits(Case given) {
        if (given.skipsAhead()) return Optional.empty();
        var soak = given.step().soak();
        var served = given.state().isServed() ? given.state().clock().served() : given.now();
        var left = Duration.between(given.now(), served.plus(soak));
        if (left.isNegative() || left.isZero()) return Optional.empty();
        return Optional.of(new Decision.Wait(
                Reason.SoakWaits,
                "soaks at weight " + given.state().weight() + " until " + Moments.text(served.plus(soak)) + " ("
                        + Moments.text(soak) + ")",
                Moments.shorter(given.lively(), left)));
    }

    static Optional<Decision> thinEvidenceWaits(Case given) {
        if (given.skipsAhead()) return Optional.empty();
        return given.firstGuardInTheWay()
                .flatMap(finding -> Inconclusive.answer(
                        given,
                        new Decision.Wait(
                                finding.reason(),
                                "guard %s: %s; until %s"
                                        .formatted(
                                                finding.guard().label(),
                                                finding.message(),
                                                Inconclusive.deadline(given)),
                                given.lively())));
    }

    static Optional<Decision> lastStepPromotes(Case given) {
        if (!given.plan().isLast(given.state().step())) return Optional.empty();
        return Optional.of(new Decision.Promote(
                Reason.Promoted,
                "all %s steps passed; AOT carries all traffic"
                        .formatted(given.plan().steps().size()),
                given.lively()));
    }

    static Optional<Decision> nextStepAdvances(Case given) {
        var next = given.state().step() + 1;
        var low = budgetBelow(given, given.plan().policy().minRemainingToAdvancePercent());
        return Optional.of(low.orElseGet(() -> new Decision.Advance(
                next,
                Reason.StepEntered,
                "step %s/%s: AOT pods for weight %s"
                        .formatted(
                                next + 1,
                                given.plan().steps().size(),
                                given.plan().step(next).weight()),
                given.lively())));
    }

    private static Optional<Decision> budgetBelow(Case given, double limit) {
        if (!(given.seen().evidence().budget() instanceof Reading.Known<Budget>(var budget, var _)))
            return Optional.empty();
        if (budget.remainingPercent() >= limit) return Optional.empty();
        return hold(
                given,
                Reason.BudgetTooLow,
                "%s of the error budget remain, %s needed; waits until it recovers"
                        .formatted(Text.percent(budget.remainingPercent()), Text.percent(limit)));
    }

    private static Decision inconclusiveOr(Case given, Decision.Wait wait) {
        return Inconclusive.answer(given, wait).orElse(wait);
    }

    static Optional<Decision> rollBack(Case given, List<Finding> findings, Reason reason, String message) {
        return Optional.of(new Decision.RollBack(findings, reason, message, Duration.ofSeconds(1)));
    }

    private static Optional<Decision> hold(Case given, Reason reason, String message) {
        return Optional.of(new Decision.Hold(reason, message, given.lively()));
    }
}
