package dev.aotrollout.oncall;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.EvidenceRef;
import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import dev.aotrollout.api.AotRolloutStatus.Run;
import dev.aotrollout.api.AotRolloutStatus.Transition;
import dev.aotrollout.api.ApprovalStatus;
import dev.aotrollout.api.ObservedStatus;
import dev.aotrollout.decision.Moments;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code status -o json} prints. Times are UTC; what is not known is absent.
 *
 * @param matter what is the matter, in plain words
 * @param next what a person does
 * @param over whether the run ended and nothing would start another
 * @param findings what each guard said, as in {@code status.findings}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatusReport(
        String namespace,
        String name,
        String phase,
        String reason,
        String message,
        String matter,
        String next,
        boolean over,
        @Nullable String revision,
        String step,
        int weight,
        @Nullable String served,
        Waits waits,
        @Nullable Double budgetRemainingPercent,
        @Nullable Double spentPercent,
        Images images,
        @Nullable ObservedStatus tracks,
        List<FindingStatus> findings,
        List<ConditionLine> conditions,
        List<Transition> transitions,
        @Nullable EvidenceRef evidence,
        @Nullable String recordedAt) {

    /** What it waits for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waits(
            @Nullable Integer soakSeconds,
            @Nullable String servedAt,
            @Nullable String soakEndsAt,
            @Nullable String deadlineAt,
            @Nullable ApprovalStatus approval,
            @Nullable String command) {}

    /** A condition without its bookkeeping. */
    record ConditionLine(String type, String status, String reason, String message) {}

    static StatusReport of(Standing at, Images images, Instant now, String program) {
        var status = at.status();
        var advice = Advice.of(at, program);
        return new StatusReport(
                at.namespace(),
                at.name(),
                at.phase(),
                at.reason(),
                at.message(),
                advice.matter(),
                advice.next(),
                at.isOver(),
                at.run().map(Run::revision).orElse(null),
                at.step(),
                at.weight(),
                status.map(AotRolloutStatus::served).orElse(null),
                waits(Outstanding.of(at, now)),
                status.map(AotRolloutStatus::observed)
                        .map(ObservedStatus::budget)
                        .map(ObservedStatus.BudgetStatus::remainingPercent)
                        .orElse(null),
                at.run().map(Run::spentPercent).orElse(null),
                images,
                status.map(AotRolloutStatus::observed).orElse(null),
                status.map(AotRolloutStatus::findings).orElse(List.of()),
                at.conditions().stream()
                        .map(one ->
                                new ConditionLine(one.getType(), one.getStatus(), one.getReason(), one.getMessage()))
                        .toList(),
                status.map(AotRolloutStatus::transitions).orElse(List.of()),
                status.map(AotRolloutStatus::evidence).orElse(null),
                status.map(AotRolloutStatus::recordedAt).orElse(null));
    }

    private static Waits waits(Outstanding waits) {
        return new Waits(
                waits.soakSeconds(),
                text(waits.servedAt()),
                text(waits.soakEndsAt()),
                text(waits.deadlineAt()),
                waits.approval(),
                waits.command());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Moments.text(instant);
    }
}
