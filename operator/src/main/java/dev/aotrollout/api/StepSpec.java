package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import java.util.List;

/** One step. */
public record StepSpec(
        @Required
        @Min(0)
        @Max(100)
        @JsonPropertyDescription("Percent of requests for the AOT track; 0 lets only the test header reach it")
        Integer weight,

        @Default("600")
        @Min(0)
        @Max(2592000)
        @JsonPropertyDescription("How long the weight must have been served before the next step, in seconds")
        Integer soakSeconds) {
    static final List<StepSpec> DEFAULT =
            List.of(new StepSpec(1, 600), new StepSpec(10, 1800), new StepSpec(50, 3600), new StepSpec(100, 3600));

    /** Fills in the default soak. */
    public StepSpec {
        soakSeconds = soakSeconds == null ? 600 : soakSeconds;
    }
}
