package dev.aotrollout.examples.demo.cluster;

import java.time.Instant;

/** A moment at which phase, step, weight or reason of a rollout became another. */
public record StoryLine(Instant at, RolloutSnapshot rollout) {
    boolean tellsTheSameAs(RolloutSnapshot other) {
        return rollout.phase().equals(other.phase())
                && rollout.step().equals(other.step())
                && rollout.weight() == other.weight()
                && rollout.reason().equals(other.reason());
    }
}
