package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Verdicts over packages and build warnings. */
public record AotLibraryPolicySpec(
        @Default("RequireReview")
        @JsonPropertyDescription("Verdict over packages that no rule names: Deny, RequireReview or Allow")
        Fallback defaultVerdict,

        @Default("[]")
        @Size(max = 20)
        @JsonPropertyDescription(
                "Types of package URLs that the policy speaks of, such as nuget or maven; others are ignored. Empty: all")
        List<String> ecosystems,

        @Default("{}") @JsonPropertyDescription("Parts of the bill of materials that are not in the service")
        Scopes scopes,

        @Default("[]")
        @Size(max = 1000)
        @JsonPropertyDescription("The most specific rule wins; of equal ones the stricter")
        List<Rule> rules,

        @Default("{}") @JsonPropertyDescription("What the compiler may warn of")
        Warnings warnings) {

    /** Verdict without a rule. */
    public enum Fallback {
        @JsonProperty("Deny")
        DENY,
        @JsonProperty("RequireReview")
        REQUIRE_REVIEW,
        @JsonProperty("Allow")
        ALLOW
    }

    /** Verdict of a rule. */
    public enum Verdict {
        @JsonProperty("Approved")
        APPROVED,
        @JsonProperty("ApprovedWithConditions")
        APPROVED_WITH_CONDITIONS,
        @JsonProperty("NeedsReview")
        NEEDS_REVIEW,
        @JsonProperty("Denied")
        DENIED
    }

    /** Components by scope. */
    public record Scopes(
            @Default("[\"excluded\", \"test\", \"dev\"]")
            @Size(max = 20)
            @JsonPropertyDescription(
                    "Scopes of CycloneDX (required, optional, excluded) and relationships of SPDX (test, dev, build, provided, optional)")
            List<String> ignore) {
        static final Scopes DEFAULT = new Scopes(List.of("excluded", "test", "dev"));

        /** Fills in the default. */
        public Scopes {
            ignore = ignore == null ? List.of("excluded", "test", "dev") : List.copyOf(ignore);
        }
    }

    /** What is said of some packages. */
    @ValidationRule(
            value = "self.verdict != 'Denied' || has(self.reason)",
            message = "reason: a denied package needs one; people will ask")
    @ValidationRule(
            value = "(self.verdict == 'ApprovedWithConditions') == has(self.conditions)",
            message = "conditions: go with verdict ApprovedWithConditions, and with no other")
    @ValidationRule(
            value = "!has(self.expires) || self.verdict.startsWith('Approved')",
            message = "expires: only an approval expires")
    public record Rule(
            @Required
            @Size(max = 253)
            @Pattern("^pkg:[a-z0-9.+*-]+/[^@?#\\s]+$")
            @JsonPropertyDescription(
                    "Glob of package URLs without version, such as pkg:nuget/AutoMapper* or pkg:maven/org.hibernate.orm/*; * stands for any characters but /, ** for any")
            String purl,

            @Size(max = 128)
            @Pattern("^[\\[(<>=].*$")
            @JsonPropertyDescription("Intervals such as [1.0,2.0) or bounds such as >=1.2 <2; absent: all versions")
            @Nullable
            String versions,

            @Required @JsonPropertyDescription("What follows")
            Verdict verdict,

            @JsonPropertyDescription("What an approval with conditions rests on") @Nullable
            Conditions conditions,

            @Size(max = 512) @JsonPropertyDescription("Why, in a few words; shown in messages") @Nullable
            String reason,

            @Size(max = 253) @JsonPropertyDescription("What to use instead") @Nullable
            String replacement,

            @Size(max = 1024)
            @Pattern("^https?://\\S+$")
            @JsonPropertyDescription("Documentation, issue or test that shows it")
            @Nullable
            String evidenceUrl,

            @Size(max = 253) @JsonPropertyDescription("Who judged") @Nullable
            String reviewedBy,

            @Pattern("^\\d{4}-\\d{2}-\\d{2}$") @JsonPropertyDescription("When, such as 2026-10-01") @Nullable
            String reviewedAt,

            @Pattern("^\\d{4}-\\d{2}-\\d{2}$")
            @JsonPropertyDescription(
                    "Last day on which an approval counts; later the package needs a review. Absent: it does not expire")
            @Nullable
            String expires) {}

    /** Conditions of an approval. */
    public record Conditions(
            @Default("[]")
            @Size(max = 20)
            @JsonPropertyDescription("Features not to be used; a bill does not show that, a review must")
            List<String> forbiddenFeatures,

            @Default("[]")
            @Size(max = 20)
            @JsonPropertyDescription("Globs of package URLs that must be in the bill of materials too")
            List<String> requiredPackages,

            @Size(max = 63)
            @JsonPropertyDescription("Oldest runtime, such as net9.0; a bill does not show that, a review must")
            @Nullable
            String minRuntime) {
        /** Fills in the defaults. */
        public Conditions {
            forbiddenFeatures = forbiddenFeatures == null ? List.of() : List.copyOf(forbiddenFeatures);
            requiredPackages = requiredPackages == null ? List.of() : List.copyOf(requiredPackages);
        }
    }

    /** Limits on warnings of a build. */
    public record Warnings(
            @Default("[]")
            @Size(max = 100)
            @JsonPropertyDescription("Codes of which none may occur, such as IL3050; IL3* for all that begin so")
            List<String> denyCodes,

            @Default("{}") @JsonPropertyDescription("The most that may occur of a code")
            Map<String, Integer> maxByCode,

            @Min(0)
            @Max(100000)
            @JsonPropertyDescription("The most that may occur altogether; absent: any number")
            @Nullable
            Integer maxTotal,

            @Default("[]")
            @Size(max = 200)
            @JsonPropertyDescription("Warnings that were looked at and do no harm; they count nowhere")
            List<AllowedWarning> allow) {
        static final Warnings DEFAULT = new Warnings(List.of(), Map.of(), null, List.of());

        /** Fills in the defaults. */
        public Warnings {
            denyCodes = denyCodes == null ? List.of() : List.copyOf(denyCodes);
            maxByCode = maxByCode == null ? Map.of() : Map.copyOf(maxByCode);
            allow = allow == null ? List.of() : List.copyOf(allow);
        }
    }

    /** One exemption. */
    public record AllowedWarning(
            @Required
            @Size(min = 1, max = 63)
            @JsonPropertyDescription("Code, such as IL2026; IL2* for all that begin so")
            String code,

            @Required
            @Size(min = 1, max = 253)
            @JsonPropertyDescription("Glob of the assembly, the package or the member that the warning names")
            @JsonProperty("package")
            String packageName,

            @Required @Size(min = 1, max = 1024) @JsonPropertyDescription("Why it does no harm")
            String justification,

            @Pattern("^\\d{4}-\\d{2}-\\d{2}$")
            @JsonPropertyDescription("Last day on which it counts; absent: it does not expire")
            @Nullable
            String expires) {}

    /** Fills in the defaults. */
    public AotLibraryPolicySpec {
        defaultVerdict = defaultVerdict == null ? Fallback.REQUIRE_REVIEW : defaultVerdict;
        ecosystems = ecosystems == null ? List.of() : List.copyOf(ecosystems);
        scopes = scopes == null ? Scopes.DEFAULT : scopes;
        rules = rules == null ? List.of() : List.copyOf(rules);
        warnings = warnings == null ? Warnings.DEFAULT : warnings;
    }
}
