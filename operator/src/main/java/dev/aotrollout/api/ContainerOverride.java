package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Differences of one container: what is set replaces the JIT container's, env is merged by name. */
public record ContainerOverride(
        @Required
        @Size(min = 1, max = 63)
        @JsonPropertyDescription("The container of the JIT pod template that differs")
        String name,

        @Required @Size(min = 1) @JsonPropertyDescription("The AOT image")
        String image,

        @JsonPropertyDescription("Replaces the command") @Nullable
        List<String> command,

        @JsonPropertyDescription("Replaces the arguments") @Nullable
        List<String> args,

        @JsonPropertyDescription("Merged by name") @Nullable List<EnvVar> env,

        @JsonPropertyDescription("Merged by resource name") @Nullable
        ResourceRequirements resources) {}
