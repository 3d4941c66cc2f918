package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** What a service must show. */
@ValidationRule(
        value = "self.criteria.all(c, self.criteria.exists_one(d, d.name == c.name))",
        message = "criteria: each name may appear once; add the weights of its entries up in one")
@ValidationRule(
        value = "self.criteria.exists(c, c.weight > 0)",
        message = "criteria: at least one needs a weight above 0, or there is nothing to score")
public record AotCandidateRubricSpec(
        @Default("70")
        @Min(0)
        @Max(100)
        @JsonPropertyDescription("Score that a service must reach, in percent of all weights")
        Integer minimumScore,

        @Required
        @Size(min = 1, max = 14)
        @JsonPropertyDescription("What is scored, and what refuses a service whatever its score")
        List<Criterion> criteria,

        @Default("180")
        @Min(1)
        @Max(3650)
        @JsonPropertyDescription("A rollback drill older than this does not count, in days")
        Integer rollbackDrillMaxAgeDays,

        @Default("{}") @JsonPropertyDescription("From where on a measurement is a yes")
        Economics economics) {

    /** One criterion. */
    public record Criterion(
            @Required @JsonPropertyDescription("What is asked")
            Name name,

            @Default("0") @Min(0) @Max(100) @JsonPropertyDescription("Its part of the score, against the other weights")
            Integer weight,

            @Default("false")
            @JsonPropertyDescription("Whether a service that does not pass it is refused, whatever its score")
            Boolean hardStop) {
        /** Fills in the defaults. */
        public Criterion {
            weight = weight == null ? 0 : weight;
            hardStop = hardStop != null && hardStop;
        }
    }

    /** What can be weighed, check by check. */
    public enum Name {
        @JsonProperty("ColdStart")
        COLD_START,
        @JsonProperty("MemoryPressure")
        MEMORY_PRESSURE,
        @JsonProperty("DeployCycle")
        DEPLOY_CYCLE,
        @JsonProperty("Libraries")
        LIBRARIES,
        @JsonProperty("BuildWarnings")
        BUILD_WARNINGS,
        @JsonProperty("SerializationTest")
        SERIALIZATION_TEST,
        @JsonProperty("TracksReady")
        TRACKS_READY,
        @JsonProperty("RouteControllable")
        ROUTE_CONTROLLABLE,
        @JsonProperty("RollbackDrill")
        ROLLBACK_DRILL,
        @JsonProperty("Baseline")
        BASELINE,
        @JsonProperty("Owner")
        OWNER,
        @JsonProperty("Review")
        REVIEW,
        @JsonProperty("SameDigest")
        SAME_DIGEST,
        @JsonProperty("Wave")
        WAVE
    }

    /** Thresholds of the first check. */
    public record Economics(
            @Default("5")
            @Min(0.1)
            @Max(3600)
            @JsonPropertyDescription("A JIT pod that takes longer until it is ready starts slowly")
            Double coldStartSeconds,

            @Default("200")
            @Min(1)
            @Max(100000)
            @JsonPropertyDescription("A JIT image from this size on slows deployments down, in MiB")
            Integer imageMebibytes) {
        static final Economics DEFAULT = new Economics(5.0, 200);

        /** Fills in the defaults. */
        public Economics {
            coldStartSeconds = coldStartSeconds == null ? 5.0 : coldStartSeconds;
            imageMebibytes = imageMebibytes == null ? 200 : imageMebibytes;
        }
    }

    /** Fills in the defaults. */
    public AotCandidateRubricSpec {
        minimumScore = minimumScore == null ? 70 : minimumScore;
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
        rollbackDrillMaxAgeDays = rollbackDrillMaxAgeDays == null ? 180 : rollbackDrillMaxAgeDays;
        economics = economics == null ? Economics.DEFAULT : economics;
    }
}
