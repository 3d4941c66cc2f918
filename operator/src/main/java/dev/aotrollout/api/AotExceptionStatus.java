package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Whether the exception counts now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AotExceptionStatus(
        @JsonPropertyDescription("Generation of the spec that this status speaks of") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Active, Expiring, Expired or Invalid") @Nullable
        String state,

        @JsonPropertyDescription("What it does until when, or why it does not count") @Nullable
        String message,

        @JsonPropertyDescription("The end of which an Event has warned") @Nullable
        String warnedUntil) {}
