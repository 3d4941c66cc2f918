package dev.aotrollout.cli;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a finding matters. */
enum Severity {
    /** The API server refuses it, or it cannot work. */
    @JsonProperty("error")
    ERROR,
    /** It works, and probably not as meant. */
    @JsonProperty("warning")
    WARNING,
    /** It could serve you better. */
    @JsonProperty("advice")
    ADVICE;

    String label() {
        return switch (this) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case ADVICE -> "advice";
        };
    }
}
