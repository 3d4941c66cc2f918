package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/** JIT figures that must be there before the first AOT pod. */
public record BaselineSpec(
        @Default("3600") @Min(1) @Max(604800) @JsonPropertyDescription("How far back they must reach, in seconds")
        Integer minSeconds) {
    /** Fills in the default. */
    public BaselineSpec {
        minSeconds = minSeconds == null ? 3600 : minSeconds;
    }
}
