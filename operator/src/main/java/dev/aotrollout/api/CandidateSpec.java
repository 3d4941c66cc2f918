package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is declared of the service for the five checks; the rest is measured. */
public record CandidateSpec(
        @Size(max = 253)
        @JsonPropertyDescription("Name of the AOTCandidateRubric; absent: the checks inform and do not block")
        @Nullable
        String rubric,

        @Size(max = 253)
        @JsonPropertyDescription("Name of the AOTLibraryPolicy that the bill of materials is held to")
        @Nullable
        String libraryPolicy,

        @Default("{}") @JsonPropertyDescription("Why AOT would pay off here")
        Economics economics,

        @Default("{}") @JsonPropertyDescription("What the build is made of")
        Compatibility compatibility,

        @Default("{}") @JsonPropertyDescription("Whether a way back was tried")
        Operations operations,

        @Default("{}") @JsonPropertyDescription("Who stands for it")
        Readiness readiness) {
    static final CandidateSpec DEFAULT = new CandidateSpec(
            null, null, Economics.DEFAULT, Compatibility.DEFAULT, Operations.DEFAULT, Readiness.DEFAULT);

    /** A declared answer, or the wish to have it measured. */
    public enum Claim {
        @JsonProperty("Yes")
        YES,
        @JsonProperty("No")
        NO,
        @JsonProperty("Measured")
        MEASURED
    }

    /** The first check: no to all three questions means that the service stays JIT. */
    public record Economics(
            @Default("Measured") @JsonPropertyDescription("Do slow starts hurt users, such as at scale-out?")
            Claim coldStartImpact,

            @Default("Measured") @JsonPropertyDescription("Is memory what fills the nodes?")
            Claim memoryPressure,

            @Default("Measured") @JsonPropertyDescription("Does the size of the image slow deployments down?")
            Claim deployCycle,

            @JsonPropertyDescription("Prices for the report; never fetched") @Nullable
            Pricing pricing) {
        static final Economics DEFAULT = new Economics(Claim.MEASURED, Claim.MEASURED, Claim.MEASURED, null);

        /** Fills in the defaults. */
        public Economics {
            coldStartImpact = coldStartImpact == null ? Claim.MEASURED : coldStartImpact;
            memoryPressure = memoryPressure == null ? Claim.MEASURED : memoryPressure;
            deployCycle = deployCycle == null ? Claim.MEASURED : deployCycle;
        }
    }

    /** What a node costs. */
    public record Pricing(
            @Required @Min(0) @Max(100000) @JsonPropertyDescription("Price of one node for one hour")
            Double nodeHourly,

            @Default("USD") @Pattern("^[A-Z]{3}$") @JsonPropertyDescription("ISO 4217 code")
            String currency) {
        /** Fills in the default. */
        public Pricing {
            currency = currency == null ? "USD" : currency;
        }
    }

    /** The second check. */
    public record Compatibility(
            @JsonPropertyDescription("CycloneDX 1.4-1.7 or SPDX 2.3 as JSON, plain or gzip") @Nullable
            Document sbom,

            @JsonPropertyDescription("Publish log, SARIF 2.1 or GraalVM build log, plain or gzip") @Nullable
            Document publishLog,

            @Default("NotRun")
            @JsonPropertyDescription("Result of the test of serialization and binding on the AOT build")
            TestResult serializationTest) {
        static final Compatibility DEFAULT = new Compatibility(null, null, TestResult.NOT_RUN);

        /** Fills in the default. */
        public Compatibility {
            serializationTest = serializationTest == null ? TestResult.NOT_RUN : serializationTest;
        }
    }

    /** Result of a test outside the cluster. */
    public enum TestResult {
        @JsonProperty("Passed")
        PASSED,
        @JsonProperty("Failed")
        FAILED,
        @JsonProperty("NotRun")
        NOT_RUN
    }

    /**
     * One file in a ConfigMap of the namespace, labelled {@code aotrollout.dev/evidence: "true"}; its annotation {@code
     * aotrollout.dev/image-digest} (or {@code aotrollout.dev/image}) names the AOT image that it was made for.
     */
    public record Document(
            @Required
            @Size(min = 1, max = 253)
            @JsonPropertyDescription("Name of a ConfigMap labelled aotrollout.dev/evidence: \"true\"")
            String configMap,

            @Size(max = 253) @JsonPropertyDescription("Key in data or binaryData; absent: the only one") @Nullable
            String key) {}

    /** The third check, beside what is seen in the cluster. */
    public record Operations(
            @Pattern("^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$")
            @JsonPropertyDescription(
                    "Day of the last rollback drill, such as 2026-10-01; absent: the last rollback that the operator made counts")
            @Nullable
            String rollbackDrilledAt) {
        static final Operations DEFAULT = new Operations(null);
    }

    /** The fourth check. */
    public record Readiness(
            @Default("[]") @Size(max = 20) @JsonPropertyDescription("Who owns the service and its AOT build")
            List<String> owners,

            @Size(max = 253) @JsonPropertyDescription("Who reviewed the AOT build") @Nullable
            String reviewedBy,

            @Pattern("^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$")
            @JsonPropertyDescription("Day of the review, such as 2026-10-01")
            @Nullable
            String reviewedAt,

            @Pattern("^sha256:[0-9a-f]{64}$")
            @JsonPropertyDescription(
                    "Digest of the AOT image that was reviewed, such as sha256:4f0c...; another image needs another review. Absent: the review counts for any image, and the criterion SameDigest is not met")
            @Nullable
            String reviewedDigest,

            @Default("180") @Min(1) @Max(3650) @JsonPropertyDescription("A review older than this has expired, in days")
            Integer maxAgeDays) {
        static final Readiness DEFAULT = new Readiness(List.of(), null, null, null, 180);

        /** Fills in the defaults. */
        public Readiness {
            owners = owners == null ? List.of() : List.copyOf(owners);
            maxAgeDays = maxAgeDays == null ? 180 : maxAgeDays;
        }
    }

    /** Fills in the defaults. */
    public CandidateSpec {
        economics = economics == null ? Economics.DEFAULT : economics;
        compatibility = compatibility == null ? Compatibility.DEFAULT : compatibility;
        operations = operations == null ? Operations.DEFAULT : operations;
        readiness = readiness == null ? Readiness.DEFAULT : readiness;
    }
}
