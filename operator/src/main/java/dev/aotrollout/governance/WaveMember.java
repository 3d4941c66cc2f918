package dev.aotrollout.governance;

import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.RolloutState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rollout that names the plan, as the operator saw it last.
 *
 * @param wave that it names
 * @param state as recorded
 * @param asks nothing but a slot keeps it from beginning
 * @param standing what it waits for, in a word; empty where it was never looked at
 * @param packs of its runs, in any order
 * @param incident declared for it; empty where there is none
 */
public record WaveMember(
        WaveKey key,
        String wave,
        Map<String, String> labels,
        RolloutState state,
        boolean asks,
        String standing,
        List<WavePack> packs,
        String incident) {
    public WaveMember {
        labels = Map.copyOf(labels);
        packs = List.copyOf(packs);
    }

    boolean isRunning() {
        return state.outcome() == Outcome.RUNNING && state.step() >= 0;
    }

    boolean isWaiting() {
        return state.outcome() == Outcome.RUNNING && state.step() < 0;
    }

    /** It was told to stay JIT before its run began: it counts neither as done nor as failed. */
    boolean isExcused() {
        return state.outcome() == Outcome.ROLLED_BACK && !hasStarted();
    }

    private boolean hasStarted() {
        return !state.clock().started().equals(RolloutState.NOT_YET);
    }

    /** The evidence of the run that has ended; packs may be written to the second. */
    Optional<WavePack> evidence() {
        if (!hasStarted() || state.outcome() == Outcome.RUNNING) return Optional.empty();
        return packs.stream()
                .filter(pack -> pack.revision().equals(state.revision()))
                .filter(pack ->
                        seconds(pack.started()).equals(seconds(state.clock().started())))
                .max(Comparator.comparing(WavePack::ended).thenComparing(WavePack::name));
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    boolean isDone() {
        return state.outcome() == Outcome.PROMOTED && evidence().isPresent();
    }

    boolean isBack() {
        return state.outcome() == Outcome.ROLLED_BACK && !isExcused();
    }

    /** Nothing more is to come of its run, its evidence included. */
    boolean isSettled() {
        return isExcused() || evidence().isPresent();
    }

    /** Whether the run that {@code grant} was given for has ended and its evidence is written. */
    boolean hasSpent(WaveGrant grant) {
        var ended = !state.ending().at().equals(RolloutState.NOT_YET)
                && !state.ending().at().isBefore(grant.at());
        return (ended && isSettled())
                || packs.stream().anyMatch(pack -> !pack.ended().isBefore(grant.at()));
    }

    /** Rollbacks that ended after {@code since}, also one whose evidence is not written yet. */
    int rollbacks(Instant since) {
        var filed = packs.stream()
                .filter(pack -> !pack.promoted() && pack.ended().isAfter(since))
                .count();
        var unfiled = isBack() && evidence().isEmpty() && state.ending().at().isAfter(since);
        return (int) filed + (unfiled ? 1 : 0);
    }

    double oomKills(Instant since) {
        return packs.stream()
                .filter(pack -> pack.ended().isAfter(since))
                .mapToDouble(pack -> pack.figures().getOrDefault(WaveFigure.OOM_KILLS, 0.0))
                .sum();
    }
}
