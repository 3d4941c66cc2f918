package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a guard decides or is only shown. */
public enum ModeSpec {
    /** A failure rolls back, and no data holds. */
    @JsonProperty("Enforce")
    ENFORCE,
    /** A failure rolls back; where there is no data, the guard does not stand in the way. */
    @JsonProperty("EnforceWhenKnown")
    ENFORCE_WHEN_KNOWN,
    /** Only shown. */
    @JsonProperty("Observe")
    OBSERVE
}
