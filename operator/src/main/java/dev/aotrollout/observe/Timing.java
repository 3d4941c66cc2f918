package dev.aotrollout.observe;

import dev.aotrollout.decision.RolloutState;
import java.time.Duration;
import java.time.Instant;

/**
 * When things count.
 *
 * @param anchor when the weight of the step was asked for; {@link RolloutState#NOT_YET} before, which gives the traffic of the last
 *     minute
 * @param warmUp the age from which on latency, memory and processor time of a pod count
 * @param interval between two looks
 */
public record Timing(Instant anchor, Duration warmUp, Duration interval) {

    boolean isAnchored() {
        return !anchor.equals(RolloutState.NOT_YET);
    }
}
