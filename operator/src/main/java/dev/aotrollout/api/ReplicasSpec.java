package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** How many AOT pods run. */
@ValidationRule(
        value = "self.mode != 'Fixed' || has(self.count)",
        message = "aot.replicas.count: say how many pods when mode is Fixed")
public record ReplicasSpec(
        @Default("Proportional") @JsonPropertyDescription("Proportional to the weight, or Fixed")
        Mode mode,

        @Default("2") @Min(1) @Max(1000) @JsonPropertyDescription("At least so many while the rollout runs")
        Integer min,

        @Min(1) @Max(1000) @JsonPropertyDescription("The number in mode Fixed") @Nullable
        Integer count) {
    static final ReplicasSpec DEFAULT = new ReplicasSpec(Mode.PROPORTIONAL, 2, null);

    /** Ways to size the AOT track. */
    public enum Mode {
        @JsonProperty("Proportional")
        PROPORTIONAL,
        @JsonProperty("Fixed")
        FIXED
    }

    /** Fills in the defaults. */
    public ReplicasSpec {
        mode = mode == null ? Mode.PROPORTIONAL : mode;
        min = min == null ? 2 : min;
    }
}
