package dev.aotrollout.simulation;

import java.util.List;

/** What users can let happen to their rollout. */
public final class Scenarios {
    private Scenarios() {}

    /** All built-in scenarios. */
    public static List<Scenario> named() {
        return List.of();
    }
}
