package dev.aotrollout.examples.demo.load;

import java.time.Duration;
import java.time.Instant;

/**
 * One request.
 *
 * @param scheduled when it was due
 * @param lag how much later it was really sent
 * @param latency from when it was due to its end, so that a stall counts in full
 */
public record Sample(Instant scheduled, Duration lag, Duration latency, Route route, Outcome outcome) {
    /** When it ended. */
    public Instant ended() {
        return scheduled.plus(latency);
    }
}
