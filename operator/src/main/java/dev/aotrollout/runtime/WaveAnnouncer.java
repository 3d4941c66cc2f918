package dev.aotrollout.runtime;

import dev.aotrollout.api.AotWavePlan;
import dev.aotrollout.cluster.ClusterWriter;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.governance.WaveBoard;
import dev.aotrollout.governance.WaveNews;
import dev.aotrollout.judge.Reason;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the world when a wave opens, completes or halts, once, after it was recorded; a refusal blocks nothing. */
final class WaveAnnouncer {
    private static final Logger LOG = LoggerFactory.getLogger(WaveAnnouncer.class);
    private static final int CONFLICT = 409;
    private static final int LONGEST_MESSAGE = 1024;
    /** Events of what belongs to no namespace are here, and kubectl looks for them here. */
    private static final String NAMESPACE = "default";

    private final ClusterWriter writer;

    WaveAnnouncer(ClusterWriter writer) {
        this.writer = writer;
    }

    void announce(AotWavePlan plan, WaveBoard before, WaveBoard board, Instant now) {
        for (var news : WaveNews.of(before, board)) {
            LOG.atInfo()
                    .addKeyValue("plan", plan.getMetadata().getName())
                    .addKeyValue("wave", news.wave())
                    .addKeyValue("reason", news.reason())
                    .log(news.message());
            send(plan, event(plan, news, now));
        }
    }

    private void send(AotWavePlan plan, Event event) {
        try {
            writer.announce(event);
        } catch (KubernetesClientException e) {
            if (e.getCode() == CONFLICT) return; // announced before a restart
            LOG.atWarn()
                    .addKeyValue("plan", plan.getMetadata().getName())
                    .addKeyValue("code", e.getCode())
                    .log("Event was refused");
        }
    }

    /** The name follows from the fact, so that a fact announced twice is one Event. */
    private static Event event(AotWavePlan plan, WaveNews news, Instant now) {
        var metadata = plan.getMetadata();
        var text = Moments.text(now);
        var message = news.message();
        return new EventBuilder()
                .withNewMetadata()
                .withName("%s.%x"
                        .formatted(
                                metadata.getName(), now.toEpochMilli() * 31 + (news.wave() + news.reason()).hashCode()))
                .withNamespace(NAMESPACE)
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(plan.getApiVersion())
                .withKind(plan.getKind())
                .withName(metadata.getName())
                .withUid(metadata.getUid())
                .endInvolvedObject()
                .withType(news.reason() == Reason.WaveHalted ? "Warning" : "Normal")
                .withReason(news.reason().name())
                .withMessage(
                        message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…")
                .withFirstTimestamp(text)
                .withLastTimestamp(text)
                .withCount(1)
                .withNewSource()
                .withComponent(ClusterWriter.FIELD_MANAGER)
                .endSource()
                .build();
    }
}
