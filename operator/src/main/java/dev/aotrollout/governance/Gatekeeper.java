package dev.aotrollout.governance;

import java.time.Instant;

/** Asks the five checks and holds their answers to the rubric. */
public final class Gatekeeper {
    private Gatekeeper() {}

    /** What governance says of a rollout at {@code now}. */
    public static Assessment assess(Dossier dossier, Instant now) {
        return Assessment.NONE;
    }
}
