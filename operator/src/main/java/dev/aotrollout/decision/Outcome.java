package dev.aotrollout.decision;

/** Where one run of the plan stands. */
public enum Outcome {
    RUNNING,
    ROLLED_BACK,
    PROMOTED
}
