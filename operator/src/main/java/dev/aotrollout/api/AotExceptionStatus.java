package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Whether the exception counts now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AotExceptionStatus(
        @JsonPropertyDescription("Active, Expiring or Expired") @Nullable
        String state) {}
