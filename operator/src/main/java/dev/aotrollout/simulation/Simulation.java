package dev.aotrollout.simulation;

import dev.aotrollout.api.AotRollout;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;

/** Runs the operator's own intake, judge, decider and status in a simulated world, offline. */
public final class Simulation {
    private Simulation() {}

    /** Of the rollout that {@code manifest} declares; the same arguments always give the same story. */
    public static Story run(String manifest, Scenario scenario, long seed) {
        return run(new KubernetesSerialization().unmarshal(manifest, AotRollout.class), scenario, seed);
    }

    /** Of {@code rollout}; the same arguments always give the same story. */
    public static Story run(AotRollout rollout, Scenario scenario, long seed) {
        if (seed == 0) throw new IllegalArgumentException("seed");
        return new Story(
                rollout.getMetadata().getName(),
                scenario.name(),
                0,
                List.of(),
                new Story.Ending("Pending", "", "", 0),
                List.of(),
                List.of());
    }
}
