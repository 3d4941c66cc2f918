package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/** What a service must show. */
public record AotCandidateRubricSpec(
        @Default("70")
        @Min(0)
        @Max(100)
        @JsonPropertyDescription("Score that a service must reach, in percent of all weights")
        Integer minimumScore) {}
