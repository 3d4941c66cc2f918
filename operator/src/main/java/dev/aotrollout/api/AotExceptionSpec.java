package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** What is excepted, why, by whom and until when. */
public record AotExceptionSpec(
        @Size(max = 253) @JsonPropertyDescription("Name of the AOTRollout, in the same namespace") @Nullable
        String rollout,

        @Required @Size(min = 1, max = 1024) @JsonPropertyDescription("Why, for the record")
        String reason,

        @Required @Size(min = 1, max = 253) @JsonPropertyDescription("Who answers for it")
        String owner,

        @Required
        @Pattern("^\\d{4}-\\d{2}-\\d{2}$")
        @JsonPropertyDescription("Last day on which it counts, such as 2026-12-31")
        String until) {}
