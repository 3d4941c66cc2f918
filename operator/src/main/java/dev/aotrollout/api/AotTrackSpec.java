package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** How the AOT track differs from the JIT track. */
public record AotTrackSpec(
        @Default("Other") @JsonPropertyDescription("Which technology made the AOT build")
        RuntimeSpec runtime,

        @Required
        @Size(min = 1, max = 16)
        @JsonPropertyDescription("Differences by container name; the first one is the container that is measured")
        List<ContainerOverride> containers,

        @Default("{}") @JsonPropertyDescription("How many AOT pods")
        ReplicasSpec replicas) {

    /** Fills in the defaults. */
    public AotTrackSpec {
        runtime = runtime == null ? RuntimeSpec.OTHER : runtime;
        containers = containers == null ? List.of() : List.copyOf(containers);
        replicas = replicas == null ? ReplicasSpec.DEFAULT : replicas;
    }
}
