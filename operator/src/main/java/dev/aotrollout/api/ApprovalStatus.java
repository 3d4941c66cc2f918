package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gate before the next step. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalStatus(
        @JsonPropertyDescription("Weight of the step that waits to begin")
        Integer weight,

        @JsonPropertyDescription("Approvals that it needs") Integer required,

        @JsonPropertyDescription("Who approved it") List<String> approvedBy,

        @JsonPropertyDescription("Approvals that do not count, a sentence each") @Nullable
        List<String> refused,

        @JsonPropertyDescription("When it stops waiting; absent: never") @Nullable
        String timesOutAt) {}
