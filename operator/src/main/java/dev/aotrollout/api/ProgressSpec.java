package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/** How long a step may take. */
public record ProgressSpec(
        @Default("14400")
        @Min(10)
        @Max(2592000)
        @JsonPropertyDescription(
                "A step that has not passed after so many seconds is inconclusive; counted beside its soak")
        Integer maxStepSeconds,

        @Default("Pause") @JsonPropertyDescription("What happens to an inconclusive step")
        OnInconclusive onInconclusive) {
    static final ProgressSpec DEFAULT = new ProgressSpec(14400, OnInconclusive.PAUSE);

    /** What happens to an inconclusive step. */
    public enum OnInconclusive {
        /** It stays where it is until a person promotes or aborts. */
        @JsonProperty("Pause")
        PAUSE,
        /** It advances where the error budget can carry the worst that the data allows. */
        @JsonProperty("AdvanceWithinBudget")
        ADVANCE_WITHIN_BUDGET,
        /** It goes back to JIT. */
        @JsonProperty("RollBack")
        ROLL_BACK
    }

    /** Fills in the defaults. */
    public ProgressSpec {
        maxStepSeconds = maxStepSeconds == null ? 14400 : maxStepSeconds;
        onInconclusive = onInconclusive == null ? OnInconclusive.PAUSE : onInconclusive;
    }
}
