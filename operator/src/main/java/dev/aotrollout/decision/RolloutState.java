package dev.aotrollout.decision;

import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.StepWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * The memory of one rollout: everything that must survive a crash, recorded before the world is changed.
 *
 * @param revision that this run rolls out; empty before the first pass
 * @param step index of the current step; -1 before the first
 * @param weight percent asked for the AOT track
 * @param ending why and when the run ended; {@link Ending#NONE} while it runs
 * @param jit what is remembered of the JIT track
 * @param spentPercent of the error budget, attributed to earlier steps
 * @param handled commands that were acted on
 * @param history what is remembered of steps and runs before
 */
public record RolloutState(
        String revision,
        Outcome outcome,
        int step,
        int weight,
        Clock clock,
        Ending ending,
        JitMemory jit,
        double spentPercent,
        Handled handled,
        History history) {

    /** An instant that has not come yet. */
    public static final Instant NOT_YET = Instant.MAX;

    /** A rollout that was never looked at. */
    public static final RolloutState NEW = new RolloutState(
            "", Outcome.RUNNING, -1, 0, Clock.UNSET, Ending.NONE, JitMemory.NEW, 0, Handled.NOTHING, History.NONE);

    /**
     * When things happened; {@link #NOT_YET} where they have not.
     *
     * @param started this run began
     * @param stepEntered the current step began, pods are scaled for it
     * @param shifted the weight of the current step was asked for
     * @param served the weight was first seen served; the soak counts from here
     * @param zeroServed weight 0 was first seen served; the drain counts from here
     * @param approvalAsked nothing but approvals of the next step was missing from then on
     */
    public record Clock(
            Instant started,
            Instant stepEntered,
            Instant shifted,
            Instant served,
            Instant zeroServed,
            Instant approvalAsked) {
        // Not NOT_YET by its name: the types would initialize each other, and whichever came second would see null.
        static final Clock UNSET =
                new Clock(Instant.MAX, Instant.MAX, Instant.MAX, Instant.MAX, Instant.MAX, Instant.MAX);

        /** Of a run that waits for nobody's approval. */
        public Clock(Instant started, Instant stepEntered, Instant shifted, Instant served, Instant zeroServed) {
            this(started, stepEntered, shifted, served, zeroServed, Instant.MAX);
        }

        Clock withApprovalAsked(Instant at) {
            return new Clock(started, stepEntered, shifted, served, zeroServed, at);
        }
    }

    /** How the run ended. */
    public record Ending(Reason reason, String message, Instant at) {
        /** It has not. */
        public static final Ending NONE = new Ending(Reason.NotStarted, "", Instant.MAX);
    }

    /**
     * The JIT track.
     *
     * @param capacity replicas that carry all traffic, as last seen before retirement; 0 before the first pass
     * @param retired it was scaled down after promotion and cannot take everything back at once
     */
    public record JitMemory(int capacity, boolean retired) {
        static final JitMemory NEW = new JitMemory(0, false);
    }

    /**
     * Commands that were acted on.
     *
     * @param promote the promotion in force; cleared when its annotation is gone
     * @param promoteStep the step that it was given in
     * @param retry the last retry value
     */
    public record Handled(Promotion promote, int promoteStep, String retry) {
        /** In place of a step: the promotion belongs to a run before. */
        public static final int SPENT = -2;

        static final Handled NOTHING = new Handled(Promotion.NONE, -1, "");
    }

    /** Without a past. */
    public RolloutState(
            String revision,
            Outcome outcome,
            int step,
            int weight,
            Clock clock,
            Ending ending,
            JitMemory jit,
            double spentPercent,
            Handled handled) {
        this(revision, outcome, step, weight, clock, ending, jit, spentPercent, handled, History.NONE);
    }

    RolloutState with(Clock other) {
        return new RolloutState(revision, outcome, step, weight, other, ending, jit, spentPercent, handled, history);
    }

    RolloutState with(JitMemory other) {
        return new RolloutState(revision, outcome, step, weight, clock, ending, other, spentPercent, handled, history);
    }

    RolloutState with(Handled other) {
        return new RolloutState(revision, outcome, step, weight, clock, ending, jit, spentPercent, other, history);
    }

    RolloutState with(History other) {
        return new RolloutState(revision, outcome, step, weight, clock, ending, jit, spentPercent, handled, other);
    }

    /** The same without the runs whose evidence is {@code filed}. */
    public RolloutState withoutFiled(Predicate<EndedRun> filed) {
        return history.unfiled().stream().anyMatch(filed) ? with(history.without(filed)) : this;
    }

    /** Whether the current step's weight was asked for. */
    public boolean hasShifted() {
        return !clock.shifted().equals(NOT_YET);
    }

    /** Whether the current step's weight was seen served. */
    public boolean isServed() {
        return !clock.served().equals(NOT_YET);
    }

    /** Whether weight 0 is asked for and was seen served. */
    public boolean isBack() {
        return weight == 0 && !clock.zeroServed().equals(NOT_YET);
    }

    /** Whether {@code drain} has passed since no weight was served any more. */
    public boolean isDrained(Instant now, Duration drain) {
        return isBack() && !now.isBefore(clock.zeroServed().plus(drain));
    }

    /** The part of {@code plan} that guards judge at {@code now}. */
    public StepWindow window(Plan plan, Instant now) {
        var age = hasShifted() ? Duration.between(clock.shifted(), now) : Duration.ZERO;
        var current = plan.step(step);
        var following = plan.step(step + 1);
        return new StepWindow(
                step + 1,
                weight,
                age,
                current.soak(),
                spentPercent,
                new StepWindow.Next(following.weight(), following.soak()));
    }
}
