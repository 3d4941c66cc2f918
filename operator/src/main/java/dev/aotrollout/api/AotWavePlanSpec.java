package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** The waves in their order. */
public record AotWavePlanSpec(
        @Required @Size(min = 1, max = 50) @JsonPropertyDescription("The waves, the first one opens first")
        List<Wave> waves) {
    /** One wave. */
    public record Wave(@Required @Size(min = 1, max = 63) String name) {}
}
