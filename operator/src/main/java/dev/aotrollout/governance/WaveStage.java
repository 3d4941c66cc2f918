package dev.aotrollout.governance;

import java.time.Duration;

/**
 * One wave as its owner wrote it.
 *
 * @param manual it opens only when it is named in the command {@code open}
 */
public record WaveStage(String name, WaveSelection selection, Pace pace, WaveNeeds needs, boolean manual) {
    /**
     * How fast it goes.
     *
     * @param maxConcurrent slots at one time, at least 1
     * @param maxFailures services that may be rolled back before the plan stops
     * @param soak after its last service ended well
     */
    public record Pace(int maxConcurrent, int maxFailures, Duration soak) {}
}
