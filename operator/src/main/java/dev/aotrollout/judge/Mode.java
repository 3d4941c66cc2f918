package dev.aotrollout.judge;

/** How much a finding decides. */
public enum Mode {
    /** A fail rolls back; an unknown stands in the way of the next step. */
    ENFORCE,
    /** A fail rolls back; an unknown does not stand in the way. */
    ENFORCE_WHEN_KNOWN,
    /** It is only shown: a dry run. */
    OBSERVE
}
