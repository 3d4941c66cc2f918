package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** What one person approves. */
public record AotApprovalSpec(
        @Required @Size(min = 1, max = 253) @JsonPropertyDescription("Name of the AOTRollout, in the same namespace")
        String rollout,

        @Required
        @Size(min = 1, max = 64)
        @JsonPropertyDescription(
                "Revision that is approved, as in status.run.revision; a new revision needs a new approval")
        String revision,

        @Required
        @Min(0)
        @Max(100)
        @JsonPropertyDescription("Weight of the step that may begin; other weights need approvals of their own")
        Integer weight,

        @Required
        @Size(min = 1, max = 253)
        @JsonPropertyDescription("The requesting user's name, as the API server knows it")
        String approver,

        @Size(max = 1024) @JsonPropertyDescription("Why, for the record") @Nullable
        String reason,

        @Pattern("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$")
        @JsonPropertyDescription(
                "The approval counts until then, such as 2026-12-24T18:00:00Z; absent: as long as the step's approval.validSeconds says")
        @Nullable
        String expiresAt) {}
