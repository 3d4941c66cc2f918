package dev.aotrollout.status;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.EvidenceRef;
import dev.aotrollout.api.AotRolloutStatus.RouteStatus;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.governance.Assessment;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which statuses are worth recording: those that say something that the recorded one does not. */
public final class StatusNews {
    /** Figures that only moved a little are written this often; decisions at once. */
    private static final Duration FIGURES_EVERY = Duration.ofSeconds(10);

    private StatusNews() {}

    /** As {@link StatusWriter#write} where it is worth recording; most looks say nothing new, and are not put into words. */
    public static Optional<AotRolloutStatus> of(
            AotRollout rollout,
            Outlook outlook,
            Assessment assessment,
            List<RouteStatus> routes,
            @Nullable EvidenceRef evidence) {
        var recorded = rollout.getStatus();
        if (recorded == null || recorded.recordedAt() == null)
            return Optional.of(StatusWriter.write(rollout, outlook, assessment, routes, evidence));
        var due = outlook.after().outcome() == Outcome.RUNNING
                && isDue(recorded.recordedAt(), outlook.seen().now());
        if (!due && hasSameFacts(rollout, outlook, assessment, routes)) return Optional.empty();
        var next = StatusWriter.write(rollout, outlook, assessment, routes, evidence);
        return saysMore(recorded, next, due) ? Optional.of(next) : Optional.empty();
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

    /** Whether {@code next} says something that the recorded status does not; small moves of figures count where they are due. */
    static boolean saysMore(AotRolloutStatus recorded, AotRolloutStatus next, boolean due) {
        return !hasSameFacts(recorded, next) || (due && !figures(recorded).equals(figures(next)));
    }

    private static boolean isLive(AotRolloutStatus status) {
        return status.run() != null
                && Outcome.RUNNING.name().equals(status.run().outcome());
    }

    /** What must never be stale: the memory, the routes, and each condition's status and reason. */
    private static boolean hasSameFacts(AotRolloutStatus one, AotRolloutStatus other) {
        return facts(one).equals(facts(other)) && hasSameAnswers(conditions(one), conditions(other));
    }

    private static List<Object> facts(AotRolloutStatus status) {
        return Arrays.asList(
                status.observedGeneration(),
                status.phase(),
                status.step(),
                status.weight(),
                status.run(),
                status.approval(),
                status.routes(),
                isLive(status) ? "" : status.message());
    }

    private static List<Condition> conditions(AotRolloutStatus status) {
        return status.conditions() == null ? List.of() : status.conditions();
    }

    private static boolean hasSameAnswers(List<Condition> some, List<Condition> others) {
        if (some.size() != others.size()) return false;
        for (var i = 0; i < some.size(); i++) {
            var one = some.get(i);
            var other = others.get(i);
            if (!Objects.equals(one.getType(), other.getType())
                    || !Objects.equals(one.getStatus(), other.getStatus())
                    || !Objects.equals(one.getReason(), other.getReason())) return false;
        }
        return true;
    }

    private static List<Object> figures(AotRolloutStatus status) {
        return Arrays.asList(
                status.summary(), status.findings(), status.candidate(), status.message(), status.served());
    }
}
