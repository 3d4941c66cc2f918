package dev.aotrollout.decision;

/** What happens when a step's deadline passes without a pass. */
public enum OnInconclusive {
    PAUSE,
    ADVANCE_WITHIN_BUDGET,
    ROLL_BACK
}
