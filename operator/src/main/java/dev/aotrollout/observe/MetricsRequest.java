package dev.aotrollout.observe;

import dev.aotrollout.decision.RolloutState;
import java.time.Duration;
import java.time.Instant;

/**
 * What shall be measured.
 *
 * @param container whose memory counts
 * @param anchor when the weight of the step was asked for; {@link RolloutState#NOT_YET} before, which gives the traffic of the last
 *     minute
 * @param slowThresholdSeconds a request is slow above the smallest histogram bound that is at least this
 * @param objectivePercent good requests, between 0 and 100
 * @param windowDays of the error budget
 * @param interval between two looks
 */
public record MetricsRequest(
        String namespace,
        String container,
        TrackPods jit,
        TrackPods aot,
        Instant anchor,
        double slowThresholdSeconds,
        double objectivePercent,
        int windowDays,
        Duration interval) {

    boolean isAnchored() {
        return !anchor.equals(RolloutState.NOT_YET);
    }
}
