package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** A query of the user's own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ValidationRule(
        value = "has(self.max) || has(self.maxRatio)",
        message = "guards.custom: set max, maxRatio, or both; without a limit nothing is held")
public record CustomGuardSpec(
        @Required
        @Size(max = 63)
        @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
        @JsonPropertyDescription("Names the guard in messages")
        String name,

        @Default("Enforce")
        @JsonPropertyDescription(
                "Enforce: a failure rolls back, no data holds; EnforceWhenKnown: no data does not hold; Observe: only shown")
        ModeSpec mode,

        @Required
        @Size(min = 1, max = 4096)
        @JsonPropertyDescription(
                "PromQL that gives one number. {{namespace}}, {{deployment}}, {{service}}, {{pods}} and {{window}} are filled in for the track")
        String query,

        @JsonPropertyDescription("Largest tolerated value of the AOT track") @Nullable
        Double max,

        @Min(0) @JsonPropertyDescription("Largest tolerated ratio of the values, AOT : JIT") @Nullable
        Double maxRatio) {

    /** Fills in the defaults. */
    public CustomGuardSpec {
        mode = mode == null ? ModeSpec.ENFORCE : mode;
    }
}
