package dev.aotrollout.governance;

import dev.aotrollout.decision.History;
import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.judge.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the cluster shows of the two tracks.
 *
 * @param started whether the first step has begun
 * @param routeProblems why a route cannot be weighted, a sentence each
 * @param lastRollback that the operator made
 * @param baselineReach how far back JIT's figures reach
 * @param aotImage as in {@code spec.aot.containers[0].image}
 * @param aotImageDigests {@code sha256:…} of running AOT pods; may be empty
 */
public record ClusterFacts(
        TrackFacts jit,
        TrackFacts aot,
        boolean started,
        List<String> routeProblems,
        History.LastRollback lastRollback,
        Reading<Duration> baselineReach,
        String aotImage,
        Set<String> aotImageDigests) {
    public ClusterFacts {
        routeProblems = List.copyOf(routeProblems);
        aotImageDigests = Set.copyOf(aotImageDigests);
    }

    /** Before the first step, pods of an earlier revision may still be there: they tell nothing of this image. */
    AotImage image() {
        return AotImage.of(aotImage, started ? aotImageDigests : Set.of());
    }
}
