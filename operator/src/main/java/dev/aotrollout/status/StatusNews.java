package dev.aotrollout.status;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.EvidenceRef;
import dev.aotrollout.api.AotRolloutStatus.RouteStatus;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.governance.Assessment;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which statuses are worth recording: those that say something that the recorded one does not. */
public final class StatusNews {
    /** Figures that only moved are written this often, because each write wakes everybody who watches; decisions at once. */
    private static final Duration FIGURES_EVERY = Duration.ofSeconds(30);

    private StatusNews() {}

    /** As {@link StatusWriter#write} where it is worth recording; most looks say nothing new, and are not put into words. */
    public static Optional<AotRolloutStatus> of(
            AotRollout rollout,
            Outlook outlook,
            Assessment assessment,
            List<RouteStatus> routes,
            @Nullable EvidenceRef evidence) {
        var recorded = rollout.getStatus();
        var since = recorded == null ? null : recorded.recordedAt();
        if (since == null || !hasSameFacts(rollout, outlook, assessment, routes))
            return Optional.of(StatusWriter.write(rollout, outlook, assessment, routes, evidence));
        var due = outlook.after().outcome() == Outcome.RUNNING
                && isDue(since, outlook.seen().now());
        if (!due) return Optional.empty();
        var next = StatusWriter.write(rollout, outlook, assessment, routes, evidence);
        return figures(recorded).equals(figures(next)) ? Optional.empty() : Optional.of(next);
    }

    /** Whether nothing of what must never be stale is otherwise than recorded; no message of a guard is asked for. */
    private static boolean hasSameFacts(
            AotRollout rollout, Outlook outlook, Assessment assessment, List<RouteStatus> routes) {
        var recorded = rollout.getStatus();
        var live = outlook.after().outcome() == Outcome.RUNNING;
        return Objects.equals(recorded.phase(), StatusWriter.phase(outlook))
                && Objects.equals(recorded.weight(), outlook.after().weight())
                && (live
                        || Objects.equals(recorded.message(), outlook.decision().message()))
                && Objects.equals(
                        recorded.observedGeneration(), rollout.getMetadata().getGeneration())
                && Objects.equals(recorded.routes(), routes)
                && Objects.equals(recorded.step(), StatusWriter.position(outlook))
                && Objects.equals(recorded.run(), StatusWriter.run(recorded, outlook))
                && Objects.equals(recorded.approval(), ApprovalWriter.write(outlook))
                && StatusWriter.conditions(rollout, outlook, assessment).isAsBefore();
    }

    private static boolean isDue(String recordedAt, Instant now) {
        return Duration.between(Instant.parse(recordedAt), now).compareTo(FIGURES_EVERY) >= 0;
    }

    private static List<Object> figures(AotRolloutStatus status) {
        return Arrays.asList(
                status.summary(), status.findings(), status.candidate(), status.message(), status.served());
    }
}
