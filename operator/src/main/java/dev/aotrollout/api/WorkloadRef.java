package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** The workload that runs the JIT build. */
public record WorkloadRef(
        @Default("Deployment") @JsonPropertyDescription("Deployment")
        WorkloadKind kind,

        @Required @Size(min = 1, max = 57) @JsonPropertyDescription("Its name, in the namespace of the AOTRollout")
        String name) {

    /** Fills in the default kind. */
    public WorkloadRef {
        kind = kind == null ? WorkloadKind.DEPLOYMENT : kind;
    }
}
