package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
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

/** The waves in their order, and what holds for all of them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AotWavePlanSpec(
        @Required @Size(min = 1, max = 50) @JsonPropertyDescription("The waves, the first one opens first")
        List<Wave> waves,

        @JsonPropertyDescription("The first wave is the smallest: one service unless more is said")
        FirstWave firstWave,

        @Default("Halt")
        @JsonPropertyDescription(
                "When a wave fails: Halt holds everything until somebody resumes, Continue only does not open the next wave")
        OnFailure onFailure,

        @Default("false") @JsonPropertyDescription("Nothing goes up while it is true; what goes back goes back")
        Boolean paused,

        @Size(max = 100) @JsonPropertyDescription("Parts of the calendar in which nothing goes up") @Nullable
        List<Freeze> freezes,

        @JsonPropertyDescription("How much may be at stake at one time, over all waves")
        BlastRadius blastRadius) {
    /** Fills in the defaults. */
    public AotWavePlanSpec {
        firstWave = firstWave == null ? new FirstWave(1) : firstWave;
        onFailure = onFailure == null ? OnFailure.HALT : onFailure;
        paused = paused != null && paused;
        blastRadius = blastRadius == null ? new BlastRadius(null, false) : blastRadius;
    }

    /** What a failed wave stops. */
    public enum OnFailure {
        @JsonProperty("Halt")
        HALT,
        @JsonProperty("Continue")
        CONTINUE
    }

    /** How a wave opens. */
    public enum Opening {
        @JsonProperty("Automatic")
        AUTOMATIC,
        @JsonProperty("Manual")
        MANUAL
    }

    /** One wave. */
    @ValidationRule(
            value = "has(self.rollouts) != has(self.selector)",
            message = "waves: a wave has either rollouts or a selector; write one of them")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Wave(
            @Required
            @Size(min = 1, max = 63)
            @JsonPropertyDescription("Name of the wave; rollouts name it in spec.wave.wave")
            String name,

            @Size(min = 1, max = 500) @JsonPropertyDescription("Its rollouts by name") @Nullable
            List<Member> rollouts,

            @JsonPropertyDescription(
                    "Its rollouts by label; each of them names the plan and the wave in spec.wave as well")
            @Nullable
            Selector selector,

            @Default("1") @Min(1) @Max(500) @JsonPropertyDescription("Rollouts of this wave in flight at one time")
            Integer maxConcurrent,

            @Default("0")
            @Min(0)
            @Max(500)
            @JsonPropertyDescription("Services that may be rolled back; one more and it has failed")
            Integer maxFailures,

            @Default("86400")
            @Min(0)
            @Max(31536000)
            @JsonPropertyDescription("How long after its last service ended well the next wave opens, in seconds")
            Integer soakSeconds,

            @JsonPropertyDescription("What the evidence packs of its services must show before the next wave opens")
            Requires requires,

            @Default("Automatic")
            @JsonPropertyDescription("Manual: opens only when the annotation aotrollout.dev/open of the plan names it")
            Opening opening) {
        /** Fills in the defaults. */
        public Wave {
            maxConcurrent = maxConcurrent == null ? 1 : maxConcurrent;
            maxFailures = maxFailures == null ? 0 : maxFailures;
            soakSeconds = soakSeconds == null ? 86400 : soakSeconds;
            requires = requires == null ? new Requires(null, null, null, 0, 0, 0, null) : requires;
            opening = opening == null ? Opening.AUTOMATIC : opening;
        }
    }

    /** A rollout by name. */
    public record Member(
            @Required @Size(min = 1, max = 63) @JsonPropertyDescription("Namespace of the rollout")
            String namespace,

            @Required @Size(min = 1, max = 52) @JsonPropertyDescription("Name of the rollout")
            String name) {}

    /** Rollouts by their labels. */
    public record Selector(
            @Required @JsonPropertyDescription("Each of these labels must be there")
            Map<String, String> matchLabels) {}

    /** The first wave. */
    public record FirstWave(
            @Default("1") @Min(1) @Max(500) @JsonPropertyDescription("Most services that it may have")
            Integer maxServices) {
        /** Fills in the default. */
        public FirstWave {
            maxServices = maxServices == null ? 1 : maxServices;
        }
    }

    /** What a wave must show. A figure that is asked for and was not measured is not shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Requires(
            @JsonPropertyDescription("Each service needs this much less memory per pod, in percent") @Nullable
            Double minMemoryGainPercent,

            @JsonPropertyDescription("Each service starts this much faster, in percent") @Nullable
            Double minStartupGainPercent,

            @Min(0)
            @JsonPropertyDescription("Most of its error budget that the run of a service may have spent, in percent")
            @Nullable
            Double maxAttributedSpendPercent,

            @Default("0") @Min(0) @JsonPropertyDescription("Containers killed for memory, over the wave")
            Integer maxOomKills,

            @Default("0") @Min(0) @JsonPropertyDescription("Rollbacks, over the wave")
            Integer maxRollbacks,

            @Default("0")
            @Min(0)
            @JsonPropertyDescription(
                    "Incidents declared by the annotation aotrollout.dev/incident of its rollouts; one more and it has failed")
            Integer maxIncidents,

            @Min(0) @JsonPropertyDescription("Requests that AOT must have answered, each service") @Nullable
            Long minRequests) {
        /** Fills in the defaults. */
        public Requires {
            maxOomKills = maxOomKills == null ? 0 : maxOomKills;
            maxRollbacks = maxRollbacks == null ? 0 : maxRollbacks;
            maxIncidents = maxIncidents == null ? 0 : maxIncidents;
        }
    }

    /** A part of the calendar. */
    @ValidationRule(
            value = "has(self.weekly) ? !has(self.start) && !has(self.end) : has(self.start) && has(self.end)",
            message = "freezes: a freeze has either start and end, or weekly; write one of them")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Freeze(
            @Required @Size(min = 1, max = 63) @JsonPropertyDescription("Shown while it holds")
            String name,

            @Size(max = 64) @JsonPropertyDescription("RFC 3339, such as 2026-12-20T00:00:00Z") @Nullable
            String start,

            @Size(max = 64) @JsonPropertyDescription("RFC 3339; no longer frozen from then on") @Nullable
            String end,

            @JsonPropertyDescription("Each week") @Nullable Weekly weekly) {}

    /** A part of each week. */
    public record Weekly(
            @Required @Size(min = 1, max = 7) @JsonPropertyDescription("Days on which it begins")
            List<Day> days,

            @Required @Pattern("^([01]\\d|2[0-3]):[0-5]\\d$") @JsonPropertyDescription("Such as 16:00")
            String from,

            @Required
            @Pattern("^([01]\\d|2[0-3]):[0-5]\\d$")
            @JsonPropertyDescription("Such as 08:00; on the next day where it is not later than from")
            String to,

            @Default("UTC") @Size(max = 64) @JsonPropertyDescription("IANA name, such as Europe/Berlin")
            String timeZone) {
        /** Fills in the default. */
        public Weekly {
            timeZone = timeZone == null ? "UTC" : timeZone;
        }
    }

    /** A day of the week. */
    public enum Day {
        @JsonProperty("Monday")
        MONDAY,
        @JsonProperty("Tuesday")
        TUESDAY,
        @JsonProperty("Wednesday")
        WEDNESDAY,
        @JsonProperty("Thursday")
        THURSDAY,
        @JsonProperty("Friday")
        FRIDAY,
        @JsonProperty("Saturday")
        SATURDAY,
        @JsonProperty("Sunday")
        SUNDAY
    }

    /** How much may be at stake at one time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BlastRadius(
            @Min(1)
            @JsonPropertyDescription("Services in flight over all waves; absent: what the waves allow")
            @Nullable
            Integer maxServicesInFlight,

            @Default("false") @JsonPropertyDescription("One service of a namespace at a time")
            Boolean onePerNamespace) {
        /** Fills in the default. */
        public BlastRadius {
            onePerNamespace = onePerNamespace != null && onePerNamespace;
        }
    }
}
