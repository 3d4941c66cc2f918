package dev.aotrollout.decision;

/** What the promote annotation asks for: skip the rest of the current step, or all steps. */
public enum Promotion {
    NONE,
    STEP,
    FULL
}
