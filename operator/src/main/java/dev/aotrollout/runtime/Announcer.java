package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.Transition;
import dev.aotrollout.cluster.ClusterWriter;
import dev.aotrollout.decision.Decision;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the world of a decision that changed something, once, after it was recorded; a refusal never blocks a decision. */
final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final int CONFLICT = 409;
    private static final int LONGEST_MESSAGE = 1024;

    private final ClusterWriter writer;
    private final OperatorMetrics metrics;

    Announcer(ClusterWriter writer, OperatorMetrics metrics) {
        this.writer = writer;
        this.metrics = metrics;
    }

    void announce(AotRollout rollout, AotRolloutStatus status, Outlook outlook) {
        metrics.observed(
                rollout.getMetadata().getNamespace(), rollout.getMetadata().getName(), outlook);
        var before = newest(rollout.getStatus());
        var now = newest(status);
        if (now == null || now.equals(before)) return;
        metrics.decided(now.reason());
        LOG.atInfo()
                .addKeyValue("namespace", rollout.getMetadata().getNamespace())
                .addKeyValue("name", rollout.getMetadata().getName())
                .addKeyValue("reason", now.reason())
                .addKeyValue("step", status.step())
                .addKeyValue("weight", now.weight())
                .log(now.message());
        send(rollout, event(rollout, now, outlook.decision()));
    }

    private void send(AotRollout rollout, Event event) {
        try {
            writer.announce(event);
        } catch (KubernetesClientException e) {
            if (e.getCode() == CONFLICT) return; // announced before a restart
            LOG.atWarn()
                    .addKeyValue("namespace", rollout.getMetadata().getNamespace())
                    .addKeyValue("name", rollout.getMetadata().getName())
                    .addKeyValue("code", e.getCode())
                    .log("Event was refused");
        }
    }

    private static @Nullable Transition newest(@Nullable AotRolloutStatus status) {
        List<Transition> transitions =
                status == null || status.transitions() == null ? List.of() : status.transitions();
        return transitions.isEmpty() ? null : transitions.getFirst();
    }

    /** The name follows from the fact, so that a fact announced twice is one Event. */
    private static Event event(AotRollout rollout, Transition transition, Decision decision) {
        var metadata = rollout.getMetadata();
        var at = Instant.parse(transition.at());
        var text = Moments.text(at);
        return new EventBuilder()
                .withNewMetadata()
                .withName("%s.%x".formatted(metadata.getName(), at.toEpochMilli()))
                .withNamespace(metadata.getNamespace())
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(rollout.getApiVersion())
                .withKind(rollout.getKind())
                .withName(metadata.getName())
                .withNamespace(metadata.getNamespace())
                .withUid(metadata.getUid())
                .endInvolvedObject()
                .withType(isTrouble(decision) ? "Warning" : "Normal")
                .withReason(transition.reason())
                .withMessage(shortened(transition.message()))
                .withFirstTimestamp(text)
                .withLastTimestamp(text)
                .withCount(1)
                .withNewSource()
                .withComponent(ClusterWriter.FIELD_MANAGER)
                .endSource()
                .build();
    }

    private static boolean isTrouble(Decision decision) {
        return switch (decision) {
            case Decision.RollBack _, Decision.Hold _ -> true;
            case Decision.Wait _, Decision.Advance _, Decision.Shift _, Decision.Promote _, Decision.Rest _ -> false;
        };
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
