package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        Integer soakSeconds,

        @JsonPropertyDescription("People who must approve before this step begins; absent: nobody") @Nullable
        ApprovalSpec approval) {
    static final List<StepSpec> DEFAULT = List.of(
            new StepSpec(1, 600, null),
            new StepSpec(10, 1800, null),
            new StepSpec(50, 3600, null),
            new StepSpec(100, 3600, null));

    /** Fills in the default soak. */
    public StepSpec {
        soakSeconds = soakSeconds == null ? 600 : soakSeconds;
    }
}
