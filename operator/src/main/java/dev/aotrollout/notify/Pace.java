package dev.aotrollout.notify;

import java.time.Duration;

/**
 * How long a sink is pursued.
 *
 * @param firstPause before the second attempt; each further pause is twice as long
 * @param giveUpAfter the fact was told to us
 * @param farewell for what still waits when the process ends
 * @param capacity notices that may wait for one sink
 */
record Pace(Duration firstPause, Duration longestPause, Duration giveUpAfter, Duration farewell, int capacity) {
    static final Pace USUAL =
            new Pace(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofSeconds(3), 1000);

    Duration after(Duration pause) {
        var next = pause.multipliedBy(2);
        return next.compareTo(longestPause) > 0 ? longestPause : next;
    }
}
