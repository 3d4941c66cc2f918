package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a guard decides or is only shown. */
public enum ModeSpec {
    @JsonProperty("Enforce")
    ENFORCE,
    @JsonProperty("Observe")
    OBSERVE
}
