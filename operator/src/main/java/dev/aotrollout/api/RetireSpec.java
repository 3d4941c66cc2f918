package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/** What becomes of the JIT track after promotion. */
public record RetireSpec(
        @Default("604800")
        @Min(0)
        @Max(31536000)
        @JsonPropertyDescription("JIT stays ready to take everything back for so many seconds")
        Integer warmStandbySeconds,

        @Default("0") @Min(0) @Max(1000) @JsonPropertyDescription("Then JIT scales down to so many replicas")
        Integer jitReplicas) {
    /** Fills in the defaults. */
    public RetireSpec {
        warmStandbySeconds = warmStandbySeconds == null ? 604800 : warmStandbySeconds;
        jitReplicas = jitReplicas == null ? 0 : jitReplicas;
    }
}
