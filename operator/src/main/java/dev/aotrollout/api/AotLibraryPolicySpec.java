package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;

/** Verdicts over packages and build warnings. */
public record AotLibraryPolicySpec(
        @Default("RequireReview")
        @JsonPropertyDescription("Verdict over packages that no rule names: Deny, RequireReview or Allow")
        String defaultVerdict) {}
