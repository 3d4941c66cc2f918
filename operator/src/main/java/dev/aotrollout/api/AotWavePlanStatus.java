package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The progress board. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AotWavePlanStatus(
        @JsonPropertyDescription("Generation of the spec that this status speaks of") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Running, Soaking, Waiting, Frozen, Paused, Halted, Invalid or Complete") @Nullable
        String phase,

        @JsonPropertyDescription("Name of the wave that is worked on") @Nullable
        String currentWave,

        @JsonPropertyDescription("Services done of all, such as 3/12") @Nullable
        String done,

        @JsonPropertyDescription("Services in flight, of the most that may be where there is a limit, such as 1/2")
        @Nullable
        String inFlight,

        @JsonPropertyDescription("Realised gains over all services that are done") @Nullable
        String gains,

        @JsonPropertyDescription("What it waits for, in a sentence") @Nullable
        String reason,

        @JsonPropertyDescription("Who may roll out now; the only memory of taken slots") @Nullable
        List<Slot> slots,

        @JsonPropertyDescription("The waves in their order") @Nullable
        List<WaveStatus> waves,

        @JsonPropertyDescription("The figures of the gains") @Nullable
        Portfolio portfolio,

        @JsonPropertyDescription("Why everything is held; absent where it is not") @Nullable
        HaltStatus halt,

        @JsonPropertyDescription("The last resume that was seen") @Nullable
        ResumeStatus resume,

        @JsonPropertyDescription("What must be corrected before anything is admitted") @Nullable
        List<String> problems,

        @JsonPropertyDescription("The usual conditions") @Nullable
        List<Condition> conditions) {

    /** A slot that was given to a rollout, with the revision that it was given for. */
    public record Slot(
            @JsonPropertyDescription("Namespace of the rollout")
            String namespace,

            @JsonPropertyDescription("Name of the rollout") String rollout,

            @JsonPropertyDescription("Revision that may roll out")
            String revision,

            @JsonPropertyDescription("Wave that it belongs to")
            String wave,

            @JsonPropertyDescription("When the slot was given")
            String admittedAt) {}

    /** One wave. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WaveStatus(
            @JsonPropertyDescription("Name of the wave") String name,

            @JsonPropertyDescription("Pending, Open, Soaking, Halted or Complete")
            String state,

            @JsonPropertyDescription("When its first service was admitted") @Nullable
            String openedAt,

            @JsonPropertyDescription("Absent while not all of its services have ended") @Nullable
            String soakEndsAt,

            @JsonPropertyDescription("When all that it must show was shown") @Nullable
            String completedAt,

            @JsonPropertyDescription("Services that were rolled back since it opened or the plan was resumed")
            Integer failures,

            @JsonPropertyDescription("What it has not shown") @Nullable
            String note,

            @JsonPropertyDescription("Its services") List<MemberStatus> members) {}

    /** One rollout of a wave. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MemberStatus(
            @JsonPropertyDescription("Namespace of the rollout")
            String namespace,

            @JsonPropertyDescription("Name of the rollout") String rollout,

            @JsonPropertyDescription("Missing, Waiting, Admitted, InFlight, Ending, Done, Failed or Excused")
            String phase,

            @JsonPropertyDescription("Name of the evidence pack of its last run") @Nullable
            String evidence,

            @JsonPropertyDescription("What it waits for, or why it failed") @Nullable
            String note) {}

    /** Gains over all services that are done. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Portfolio(
            @JsonPropertyDescription("Services that are done")
            Integer services,

            @JsonPropertyDescription("Median, percent less memory per pod") @Nullable
            Double memoryGainPercent,

            @JsonPropertyDescription("Services with that figure")
            Integer memorySamples,

            @JsonPropertyDescription("Median, percent shorter time to ready") @Nullable
            Double startupGainPercent,

            @JsonPropertyDescription("Services with that figure")
            Integer startupSamples,

            @JsonPropertyDescription("Sum over the services, one entry a currency")
            List<Saving> monthlySavings) {}

    /** Money a month. */
    public record Saving(
            @JsonPropertyDescription("ISO 4217 code") String currency,

            @JsonPropertyDescription("Allocated saving in that currency")
            Double amount) {}

    /** A halt. */
    public record HaltStatus(
            @JsonPropertyDescription("When it halted") String at,

            @JsonPropertyDescription("The wave that halted it")
            String wave,

            @JsonPropertyDescription("What happened") String why) {}

    /** A resume: failures and shortfalls up to then are accepted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResumeStatus(
            @JsonPropertyDescription("Absent where there was nothing to resume") @Nullable
            String at,

            @JsonPropertyDescription("Value of the annotation that was seen last")
            String handled,

            @JsonPropertyDescription("Incidents that were accepted, as namespace/name:id")
            List<String> incidents) {}
}
