package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The plan, and what became of it.
 *
 * @param planned as the spec said when the run ended
 * @param taken steps that began, the oldest first
 * @param transitions decisions that changed something, the oldest first
 * @param approvals that were given for this revision, by weight and name
 */
public record Course(
        List<PlannedStep> planned, List<StepTaken> taken, List<Transition> transitions, List<Approval> approvals) {
    /**
     * A step of the plan.
     *
     * @param index from 0
     * @param weight percent of requests for AOT
     * @param approvals that it needs before it begins
     */
    public record PlannedStep(int index, int weight, long soakSeconds, int approvals) {}

    /**
     * A step that began.
     *
     * @param weightSetAt absent where its weight was never asked for
     * @param servedAt when the weight was first seen served
     * @param spentPercent of the error budget, attributed to it
     * @param unmeasured why nothing was counted; absent where something was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StepTaken(
            int index,
            int weight,
            @Nullable String weightSetAt,
            @Nullable String servedAt,
            String leftAt,
            @Nullable Long jitRequests,
            @Nullable Long jitErrors,
            @Nullable Long aotRequests,
            @Nullable Long aotErrors,
            @Nullable Double spentPercent,
            @Nullable String unmeasured) {}

    /** A decision that changed something. */
    public record Transition(String at, String reason, int weight, String message) {}

    /**
     * One person's approval of one step.
     *
     * @param resource name of the AOTApproval
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Approval(
            String resource,
            int weight,
            String approver,
            String createdAt,
            @Nullable String why) {}

    /** Requests of all steps together. */
    public record Totals(long jitRequests, long jitErrors, long aotRequests, long aotErrors) {}

    /** Of all steps that counted. */
    public Totals totals() {
        return new Totals(
                sum(StepTaken::jitRequests),
                sum(StepTaken::jitErrors),
                sum(StepTaken::aotRequests),
                sum(StepTaken::aotErrors));
    }

    private long sum(Function<StepTaken, @Nullable Long> of) {
        return taken.stream()
                .map(of)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    public Course {
        planned = List.copyOf(planned);
        taken = List.copyOf(taken);
        transitions = List.copyOf(transitions);
        approvals = List.copyOf(approvals);
    }
}
