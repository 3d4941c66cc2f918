package dev.aotrollout.simulation;

import dev.aotrollout.api.AotRollout;

/** Runs the operator's own intake, judge, decider and status in a simulated world, offline. */
public final class Simulation {
    private Simulation() {}

    /** Of the rollout that {@code manifest} declares; the same arguments always give the same story. */
    public static Story run(String manifest, Scenario scenario, long seed) {
        return run(ApiServer.parse(manifest), scenario, seed);
    }

    /** Of {@code rollout}; the same arguments always give the same story. */
    public static Story run(AotRollout rollout, Scenario scenario, long seed) {
        var world = new World(rollout, seed);
        scenario.script().play(world);
        return world.end(scenario.name());
    }
}
