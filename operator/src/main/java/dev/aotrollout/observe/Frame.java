package dev.aotrollout.observe;

import java.time.Duration;
import java.time.Instant;

/** A stretch of the past that queries are bound to. */
public record Frame(Instant from, Instant to) {
    private static final int MOST_POINTS = 119;
    private static final Duration FINEST = Duration.ofSeconds(5);
    private static final Duration SHORTEST_RATE = Duration.ofMinutes(1);

    /** Between two points of a series, so that at most 120 cover the frame. */
    public Duration step() {
        var seconds = Math.ceilDiv(length().toMillis(), MOST_POINTS * 1000L);
        return seconds < FINEST.toSeconds() ? FINEST : Duration.ofSeconds(seconds);
    }

    Duration length() {
        var length = Duration.between(from, to);
        return length.compareTo(FINEST) < 0 ? FINEST : length;
    }

    /** What one point of a rate looks back on: all since the point before, and never less than a few scrapes. */
    Duration rate() {
        return step().compareTo(SHORTEST_RATE) < 0 ? SHORTEST_RATE : step();
    }
}
