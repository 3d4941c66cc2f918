package dev.aotrollout.decision;

import dev.aotrollout.judge.Evidence;
import dev.aotrollout.judge.Finding;
import java.time.Instant;
import java.util.List;

/**
 * The world at one instant.
 *
 * @param troubles missing references, overlaps and the like; while there is one, nothing goes up
 * @param evidence what the guards looked at
 * @param findings what they said
 * @param admission what governance says
 */
public record Observation(
        Instant now,
        TrackFacts jit,
        TrackFacts aot,
        RouteFacts route,
        List<Trouble> troubles,
        Evidence evidence,
        List<Finding> findings,
        Admission admission) {
    /** Of a rollout that no policy concerns. */
    public Observation(
            Instant now,
            TrackFacts jit,
            TrackFacts aot,
            RouteFacts route,
            List<Trouble> troubles,
            Evidence evidence,
            List<Finding> findings) {
        this(now, jit, aot, route, troubles, evidence, findings, Admission.OPEN);
    }

    public Observation {
        troubles = List.copyOf(troubles);
        findings = List.copyOf(findings);
    }

    /** The same, with what governance says. */
    public Observation with(Admission other) {
        return new Observation(now, jit, aot, route, troubles, evidence, findings, other);
    }
}
