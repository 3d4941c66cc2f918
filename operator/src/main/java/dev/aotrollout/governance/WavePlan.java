package dev.aotrollout.governance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sequence across services as its owner wrote it.
 *
 * @param generation of the resource
 * @param stages the first opens first
 * @param unreadable what could not be understood, a sentence each
 */
public record WavePlan(
        String name, long generation, List<WaveStage> stages, Rules rules, Commands commands, List<String> unreadable) {
    /**
     * What holds for all waves.
     *
     * @param haltOnFailure a wave that fails stops everything; else only the next wave does not open
     */
    public record Rules(boolean haltOnFailure, boolean paused, List<WaveFreeze> freezes, Radius radius) {
        public Rules {
            freezes = List.copyOf(freezes);
        }
    }

    /**
     * How much may be at stake.
     *
     * @param firstWave most services of the first wave
     * @param inFlight most services in flight at one time, over all waves
     */
    public record Radius(int firstWave, int inFlight, boolean onePerNamespace) {
        /** Of services in flight. */
        public static final int NO_LIMIT = Integer.MAX_VALUE;
    }

    /**
     * Annotations of the plan; empty where there is none.
     *
     * @param open the wave that may open by hand
     * @param resume why to go on after a halt
     */
    public record Commands(String open, String resume) {}

    /** A freeze in force, and when it ends. */
    record Frozen(String name, Instant until) {}

    public WavePlan {
        stages = List.copyOf(stages);
        unreadable = List.copyOf(unreadable);
    }

    Optional<WaveStage> stage(String wave) {
        return stages.stream().filter(stage -> stage.name().equals(wave)).findFirst();
    }

    /** The freeze that lasts longest, where one is in force. */
    Optional<Frozen> frozen(Instant now) {
        return rules.freezes().stream()
                .flatMap(freeze -> freeze.until(now).map(until -> Map.entry(until, freeze.name())).stream())
                .max(Map.Entry.<Instant, String>comparingByKey()
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
                .map(entry -> new Frozen(entry.getValue(), entry.getKey()));
    }
}
