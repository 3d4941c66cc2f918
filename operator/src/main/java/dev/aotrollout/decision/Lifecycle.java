package dev.aotrollout.decision;

import static dev.aotrollout.decision.RolloutState.NOT_YET;

import dev.aotrollout.decision.RolloutState.Clock;
import dev.aotrollout.decision.RolloutState.Ending;
import dev.aotrollout.decision.RolloutState.Handled;
import dev.aotrollout.decision.RolloutState.JitMemory;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.BudgetGuard;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Traffic;
import java.time.Instant;

/** How the recorded state follows from what the user asks, what was seen and what was decided. */
final class Lifecycle {
    private Lifecycle() {}

    /** Before the rules: a new revision, a retry, the end of an exception or a return to the goal AOT starts the plan again; promotions are noted. */
    static RolloutState take(Plan plan, RolloutState state) {
        return noteCommands(plan, startsAgain(plan, state) ? again(plan, state) : state);
    }

    private static boolean startsAgain(Plan plan, RolloutState state) {
        if (plan.revision().isEmpty()) return false; // the JIT Deployment is missing: nothing new is known
        if (!plan.revision().equals(state.revision())) return true;
        if (state.outcome() != Outcome.ROLLED_BACK || !plan.commands().abort().isEmpty()) return false;
        if (plan.goal() == Goal.JIT || !plan.exemption().isEmpty()) return false;
        var reason = state.ending().reason();
        var waitedOnly = reason == Reason.GoalIsJit || reason == Reason.Exempted;
        return waitedOnly || isNewRetry(plan, state);
    }

    private static boolean isNewRetry(Plan plan, RolloutState state) {
        var retry = plan.commands().retry();
        return !retry.isEmpty() && !retry.equals(state.handled().retry());
    }

    /** Weight 0 from the first step on; what is remembered of JIT and of the past stays. */
    private static RolloutState again(Plan plan, RolloutState state) {
        var zero = state.weight() == 0 ? state.clock().zeroServed() : NOT_YET;
        return new RolloutState(
                plan.revision(),
                Outcome.RUNNING,
                -1,
                0,
                new Clock(NOT_YET, NOT_YET, NOT_YET, NOT_YET, zero),
                Ending.NONE,
                state.jit(),
                0,
                // What was promoted in the run before means nothing in this one.
                new Handled(
                        state.handled().promote(),
                        Handled.SPENT,
                        plan.commands().retry()),
                state.history().nextRun());
    }

    /** A retry answers a rollback that it follows; one that was there before is none. */
    private static RolloutState noteCommands(Plan plan, RolloutState state) {
        var asked = plan.commands().promote();
        var handled = state.handled();
        var retry = state.outcome() == Outcome.ROLLED_BACK
                ? handled.retry()
                : plan.commands().retry();
        if (asked == handled.promote()) return state.with(new Handled(asked, handled.promoteStep(), retry));
        return state.with(new Handled(asked, asked == Promotion.NONE ? -1 : state.step(), retry));
    }

    /** After the rules: what is recorded before the world is changed. */
    static RolloutState after(Case given, Decision decision) {
        var decided = apply(given, decision);
        var clocked = decided.with(clock(given, decided).withApprovalAsked(approvalAsked(given, decision)));
        return clocked.with(jit(given, decided)).with(Chronicle.after(given, clocked, decision));
    }

    /** Of the wait for approvals, which ends with whatever else is decided. */
    private static Instant approvalAsked(Case given, Decision decision) {
        var waits = decision.reason() == Reason.ApprovalMissing || decision.reason() == Reason.ApprovalTimedOut;
        if (!waits || decision instanceof Decision.RollBack) return NOT_YET;
        var before = given.state().clock().approvalAsked();
        return before.equals(NOT_YET) ? given.now() : before;
    }

    private static RolloutState apply(Case given, Decision decision) {
        var state = given.state();
        return switch (decision) {
            case Decision.Wait _, Decision.Hold _, Decision.Rest _ -> state;
            case Decision.Advance advance -> advance(given, advance.step());
            case Decision.Shift shift -> shift(given, shift.weight());
            case Decision.RollBack back -> end(given, Outcome.ROLLED_BACK, 0, back);
            case Decision.Promote promote -> end(given, Outcome.PROMOTED, state.weight(), promote);
        };
    }

    private static RolloutState advance(Case given, int step) {
        var s = given.state();
        var clock = s.clock();
        var started = step == 0 ? given.now() : clock.started();
        return new RolloutState(
                s.revision(),
                s.outcome(),
                step,
                s.weight(),
                new Clock(started, given.now(), NOT_YET, NOT_YET, clock.zeroServed()),
                s.ending(),
                s.jit(),
                spentPercent(given),
                s.handled(),
                s.history());
    }

    private static RolloutState shift(Case given, int weight) {
        var s = given.state();
        var clock = s.clock();
        var zero = weight == 0 && s.weight() == 0 ? clock.zeroServed() : NOT_YET;
        return new RolloutState(
                s.revision(),
                s.outcome(),
                s.step(),
                weight,
                new Clock(clock.started(), clock.stepEntered(), given.now(), NOT_YET, zero),
                s.ending(),
                s.jit(),
                s.spentPercent(),
                s.handled(),
                s.history());
    }

    private static RolloutState end(Case given, Outcome outcome, int weight, Decision decision) {
        var s = given.state();
        var clock = s.clock();
        var zero = weight == s.weight() ? clock.zeroServed() : NOT_YET;
        return new RolloutState(
                s.revision(),
                outcome,
                s.step(),
                weight,
                new Clock(clock.started(), clock.stepEntered(), clock.shifted(), clock.served(), zero),
                new Ending(decision.reason(), decision.message(), given.now()),
                s.jit(),
                spentPercent(given),
                s.handled(),
                s.history());
    }

    /** What earlier steps and this one spent of the budget. */
    private static double spentPercent(Case given) {
        var evidence = given.seen().evidence();
        var spent = given.state().spentPercent();
        return given.state().hasShifted()
                        && evidence.traffic() instanceof Reading.Known<Traffic>(var traffic, var _)
                        && evidence.budget() instanceof Reading.Known<Budget>(var budget, var _)
                ? spent + BudgetGuard.spentPercent(traffic, budget)
                : spent;
    }

    /** Notes when a weight was first seen served; only for a state that did not change in this pass. */
    private static Clock clock(Case given, RolloutState decided) {
        var clock = decided.clock();
        if (!decided.equals(given.state())) return clock;
        return new Clock(
                clock.started(),
                clock.stepEntered(),
                clock.shifted(),
                firstServed(given, clock),
                firstZero(given, clock));
    }

    private static Instant firstServed(Case given, Clock clock) {
        var state = given.state();
        if (state.outcome() == Outcome.PROMOTED) return servedSince(given, clock);
        var open = state.outcome() == Outcome.RUNNING && state.hasShifted() && !state.isServed();
        return open && Served.whyNot(given).isEmpty() ? given.now() : clock.served();
    }

    /** After a promotion: anew where somebody changed a route, for what a gateway accepted a moment ago it may not serve yet. */
    private static Instant servedSince(Case given, Clock clock) {
        if (!given.seen().route().serves(given.state().weight())) return NOT_YET;
        return clock.served().equals(NOT_YET) ? given.now() : clock.served();
    }

    private static Instant firstZero(Case given, Clock clock) {
        var open = given.state().weight() == 0 && clock.zeroServed().equals(NOT_YET);
        return open && given.seen().route().serves(0) ? given.now() : clock.zeroServed();
    }

    private static JitMemory jit(Case given, RolloutState decided) {
        var memory = decided.jit();
        var seen = given.seen().jit();
        if (memory.retired()) {
            var back = DesiredState.isReturning(decided) && seen.ready() >= memory.capacity();
            return back ? new JitMemory(memory.capacity(), false) : memory;
        }
        if (!seen.exists()) return memory;
        // Somebody may scale JIT down in the moment in which traffic returns: until it is all there, what carried it
        // counts.
        var idle = (decided.step() < 0 || decided.outcome() == Outcome.ROLLED_BACK) && decided.isBack();
        var capacity = idle ? seen.desired() : Math.max(memory.capacity(), seen.desired());
        return new JitMemory(capacity, retiresNow(given, decided));
    }

    /** As long as connections may last that were opened before. */
    private static boolean isServedForLong(Case given) {
        var served = given.state().clock().served();
        return given.seen().route().serves(100)
                && !served.equals(NOT_YET)
                && !given.now().isBefore(served.plus(given.plan().policy().drain()));
    }

    /** Standby is over, and AOT surely carries everything. */
    private static boolean retiresNow(Case given, RolloutState decided) {
        if (decided.outcome() != Outcome.PROMOTED
                || !(given.plan().retirement() instanceof Retirement.After(var standby, var _))) return false;
        var needed = given.plan().aotReplicas().forWeight(100, decided.jit().capacity());
        return !given.now().isBefore(decided.ending().at().plus(standby))
                && isServedForLong(given)
                && given.seen().aot().ready() >= needed;
    }
}
