package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** The wave in which the service takes its turn. */
public record WaveRef(
        @Required @Size(min = 1, max = 253) @JsonPropertyDescription("Name of the AOTWavePlan")
        String plan,

        @Required @Size(min = 1, max = 63) @JsonPropertyDescription("Name of the wave in it")
        String wave) {}
