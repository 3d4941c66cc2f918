package dev.aotrollout.governance;

/** What a check or a criterion says; unknown never passes. */
public enum Answer {
    PASSED,
    FAILED,
    UNKNOWN;

    /** The worse of two: failed before unknown before passed. */
    public Answer and(Answer other) {
        if (this == FAILED || other == FAILED) return FAILED;
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : PASSED;
    }
}
