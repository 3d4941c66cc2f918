package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What users read, and what the operator remembers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AotRolloutStatus(
        @JsonPropertyDescription("Generation of the spec that this status speaks of") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Pending, Progressing, Paused, Held, RollingBack, RolledBack, Exempted or Promoted")
        @Nullable
        String phase,

        @JsonPropertyDescription("Current step of all, such as 2/4") @Nullable
        String step,

        @JsonPropertyDescription("Percent of requests asked for the AOT track") @Nullable
        Integer weight,

        @JsonPropertyDescription("Percent of requests that the AOT track was seen to receive") @Nullable
        String served,

        @JsonPropertyDescription("What is happening, why, what it waits for and until when") @Nullable
        String message,

        @JsonPropertyDescription("Short texts for kubectl get") @Nullable
        Summary summary,

        @JsonPropertyDescription("Memory of the current run") @Nullable
        Run run,

        @JsonPropertyDescription("What each guard said when the status was last written") @Nullable
        List<FindingStatus> findings,

        @JsonPropertyDescription("What the last decision rested on, beside the findings") @Nullable
        ObservedStatus observed,

        @JsonPropertyDescription("The five checks, and what they rest on") @Nullable
        CandidateStatus candidate,

        @JsonPropertyDescription("Approvals of the next step; absent where it needs none") @Nullable
        ApprovalStatus approval,

        @JsonPropertyDescription("The evidence pack of the last run that ended") @Nullable
        EvidenceRef evidence,

        @JsonPropertyDescription("Routes as the user wrote them, to restore them") @Nullable
        List<RouteStatus> routes,

        @JsonPropertyDescription("The last 20 decisions that changed something, newest first") @Nullable
        List<Transition> transitions,

        @JsonPropertyDescription("When the figures were last written") @Nullable
        String recordedAt,

        @JsonPropertyDescription("The usual conditions") @Nullable
        List<Condition> conditions) {

    /** Short texts for the columns of kubectl get. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(
            @JsonPropertyDescription("Remaining error budget") @Nullable
            String budget,

            @JsonPropertyDescription("Ratio of the error ratios with its interval") @Nullable
            String errors,

            @JsonPropertyDescription("Change of memory per pod with its interval") @Nullable
            String memory,

            @JsonPropertyDescription("Change of the time to ready with its interval") @Nullable
            String startup,

            @JsonPropertyDescription("Why it stands where it stands, and how far a soak is") @Nullable
            String reason) {}

    /** Everything that must survive a restart of the operator. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Run(
            @JsonPropertyDescription("Hash of what the user wrote for the two tracks")
            String revision,

            @JsonPropertyDescription("RUNNING, ROLLED_BACK or PROMOTED")
            String outcome,

            @JsonPropertyDescription("Index of the current step, -1 before the first")
            Integer stepIndex,

            @JsonPropertyDescription("When its first step began") @Nullable
            String startedAt,

            @JsonPropertyDescription("When pods for the current step were asked for") @Nullable
            String stepEnteredAt,

            @JsonPropertyDescription("When the weight of the current step was asked for") @Nullable
            String weightSetAt,

            @JsonPropertyDescription("When that weight was first seen served; the soak counts from here") @Nullable
            String stepServedAt,

            @JsonPropertyDescription("When weight 0 was first seen served; the drain counts from here") @Nullable
            String zeroServedAt,

            @JsonPropertyDescription("When it was promoted or rolled back") @Nullable
            String endedAt,

            @JsonPropertyDescription("Reason of that") @Nullable
            String endReason,

            @JsonPropertyDescription("That in a sentence") @Nullable
            String endMessage,

            @JsonPropertyDescription("JIT replicas that carry all traffic")
            Integer jitCapacity,

            @JsonPropertyDescription("Whether JIT was scaled down after promotion")
            Boolean jitRetired,

            @JsonPropertyDescription("Percent of the error budget attributed to earlier steps")
            Double spentPercent,

            @JsonPropertyDescription("The promotion that was acted on while its annotation is still there") @Nullable
            String handledPromote,

            @JsonPropertyDescription("The step that this promotion was for") @Nullable
            Integer handledPromoteStep,

            @JsonPropertyDescription("The last retry value that was acted on") @Nullable
            String handledRetry,

            @JsonPropertyDescription("Since when it waits for approvals of the next step") @Nullable
            String approvalAskedAt,

            @JsonPropertyDescription("Steps of this run that were left, the oldest first") @Nullable
            List<StepStatus> steps,

            @JsonPropertyDescription("Runs whose evidence packs are not written yet, the oldest first") @Nullable
            List<UnfiledRun> unfiled,

            @JsonPropertyDescription("The last rollback of any run of this rollout") @Nullable
            LastRollback lastRollback) {}

    /** A step that was left. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StepStatus(
            @JsonPropertyDescription("Index in spec.steps") Integer index,

            @JsonPropertyDescription("Percent that AOT was to get")
            Integer weight,

            @JsonPropertyDescription("When its weight was asked for") @Nullable
            String weightSetAt,

            @JsonPropertyDescription("When its weight was first seen served") @Nullable
            String servedAt,

            @JsonPropertyDescription("When the next step began or the run ended") @Nullable
            String leftAt,

            @JsonPropertyDescription("Requests that JIT answered in it; absent where nothing was measured") @Nullable
            Long jitRequests,

            @JsonPropertyDescription("Of those, failed") @Nullable
            Long jitErrors,

            @JsonPropertyDescription("Requests that AOT answered in it") @Nullable
            Long aotRequests,

            @JsonPropertyDescription("Of those, failed") @Nullable
            Long aotErrors,

            @JsonPropertyDescription("Percent of the error budget attributed to this step") @Nullable
            Double spentPercent,

            @JsonPropertyDescription("Why nothing was measured") @Nullable
            String unmeasured) {}

    /** A run that ended and whose evidence pack is not written yet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UnfiledRun(
            @JsonPropertyDescription("Hash of what the user wrote for the two tracks")
            String revision,

            @JsonPropertyDescription("ROLLED_BACK or PROMOTED")
            String outcome,

            @JsonPropertyDescription("When its first step began")
            String startedAt,

            @JsonPropertyDescription("When it was promoted or rolled back")
            String endedAt,

            @JsonPropertyDescription("Reason of that") String endReason,
            @JsonPropertyDescription("That in a sentence") String endMessage,

            @JsonPropertyDescription("Percent that AOT had when it ended")
            Integer weight,

            @JsonPropertyDescription("Percent of the error budget attributed to it")
            Double spentPercent,

            @JsonPropertyDescription("Its steps, the oldest first")
            List<StepStatus> steps) {}

    /** Proof that the way back works. */
    public record LastRollback(
            @JsonPropertyDescription("When it was decided") String at,

            @JsonPropertyDescription("Weight that was taken back, in percent")
            Integer fromWeight,

            @JsonPropertyDescription("When weight 0 was first seen served") @Nullable
            String zeroServedAt) {}

    /** An evidence pack. */
    public record EvidenceRef(
            @JsonPropertyDescription("Name of the AOTEvidencePack")
            String name,

            @JsonPropertyDescription("sha256 of its document")
            String digest,

            @JsonPropertyDescription("Passed, Warned or Failed")
            String verdict) {}

    /** One guard's answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FindingStatus(
            @JsonPropertyDescription("Name of the guard, as in spec.guards")
            String guard,

            @JsonPropertyDescription("Pass, Fail or Unknown")
            String verdict,

            @JsonPropertyDescription("Enforce or Observe") String mode,

            @JsonPropertyDescription("One word; docs/runbook.md has an entry for each")
            String reason,

            @JsonPropertyDescription("Numbers, limit and what to do")
            String message,

            @JsonPropertyDescription("Unit of jit and aot") @Nullable
            String unit,

            @JsonPropertyDescription("Headline number of the JIT track") @Nullable
            Double jit,

            @JsonPropertyDescription("Headline number of the AOT track") @Nullable
            Double aot,

            @JsonPropertyDescription("AOT : JIT") @Nullable Double ratio,

            @JsonPropertyDescription("Lower end of its interval") @Nullable
            Double ratioLow,

            @JsonPropertyDescription("Upper end of its interval") @Nullable
            Double ratioHigh,

            @JsonPropertyDescription("What the ratio, or else the AOT number, is held to") @Nullable
            Double limit,

            @JsonPropertyDescription("AOT requests or pods that this rests on") @Nullable
            Long samples,

            @JsonPropertyDescription("Further figures, a sentence each") @Nullable
            List<String> details) {}

    /** A route as the user wrote it. */
    public record RouteStatus(
            @JsonPropertyDescription("HTTPRoute or GRPCRoute")
            String kind,

            @JsonPropertyDescription("Name of the route") String name,

            @JsonPropertyDescription("The parts of its rules that we change, as JSON")
            String original) {}

    /** A decision that changed something. */
    public record Transition(
            @JsonPropertyDescription("When it was decided") String at,

            @JsonPropertyDescription("One word; docs/runbook.md has an entry for each")
            String reason,

            @JsonPropertyDescription("Percent asked for AOT from then on")
            Integer weight,

            @JsonPropertyDescription("Why, with numbers") String message) {}
}
