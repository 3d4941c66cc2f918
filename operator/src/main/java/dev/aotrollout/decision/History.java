package dev.aotrollout.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is remembered of the past.
 *
 * @param steps of the current run that were left, the oldest first
 * @param unfiled runs whose evidence is not filed yet, the oldest first
 * @param lastRollback of any run
 */
public record History(List<StepRecord> steps, List<EndedRun> unfiled, LastRollback lastRollback) {
    private static final int MOST_UNFILED = 5;

    /** Nothing happened yet. */
    public static final History NONE = new History(List.of(), List.of(), LastRollback.NONE);

    /**
     * Proof that the way back works.
     *
     * @param at when it was decided
     * @param fromWeight percent that was taken back, 1 to 100
     * @param zeroServed when weight 0 was first seen served
     */
    public record LastRollback(Instant at, int fromWeight, Instant zeroServed) {
        /** There was none. */
        public static final LastRollback NONE = new LastRollback(Instant.MAX, 0, Instant.MAX);
    }

    public History {
        steps = List.copyOf(steps);
        unfiled = List.copyOf(unfiled);
    }

    History left(StepRecord step) {
        var all = new ArrayList<>(steps);
        all.add(step);
        return new History(all, unfiled, lastRollback);
    }

    History ended(EndedRun run) {
        var all = new ArrayList<>(unfiled);
        all.add(run);
        return new History(steps, all.subList(Math.max(0, all.size() - MOST_UNFILED), all.size()), lastRollback);
    }

    History nextRun() {
        return new History(List.of(), unfiled, lastRollback);
    }

    History with(LastRollback rollback) {
        return new History(steps, unfiled, rollback);
    }

    History without(Predicate<EndedRun> filed) {
        return new History(steps, unfiled.stream().filter(filed.negate()).toList(), lastRollback);
    }
}
