package dev.aotrollout.runtime;

import dev.aotrollout.cluster.ClusterWriter;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.notify.Happening;
import dev.aotrollout.notify.Notice;
import dev.aotrollout.notify.Severity;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells facts to the world: as Kubernetes Events, and to those who want to be notified. A refusal never blocks a decision.
 *
 * <p>The Event is the memory of what was told: who finds it there already notifies nobody. So a fact is told at most once per sink
 * where the operator ends between the two.
 */
final class Herald {
    private static final Logger LOG = LoggerFactory.getLogger(Herald.class);
    private static final int CONFLICT = 409;
    private static final int LONGEST_MESSAGE = 1024;
    /** Events of what belongs to no namespace are here, and kubectl looks for them here. */
    private static final String CLUSTER_SCOPED = "default";

    /**
     * What happened.
     *
     * @param name of the Event; it follows from the fact, so that a fact announced twice is one Event
     */
    record Fact(
            String name,
            Happening happening,
            boolean isTrouble,
            String reason,
            String message,
            Instant at,
            Notice.Progress progress) {}

    private final ClusterWriter writer;
    private final Consumer<Notice> courier;

    Herald(ClusterWriter writer, Consumer<Notice> courier) {
        this.writer = writer;
        this.courier = courier;
    }

    void announce(HasMetadata about, Fact fact) {
        try {
            writer.announce(event(about, fact));
        } catch (KubernetesClientException e) {
            if (e.getCode() == CONFLICT) return; // announced before a restart
            LOG.atWarn()
                    .addKeyValue("kind", about.getKind())
                    .addKeyValue("namespace", about.getMetadata().getNamespace())
                    .addKeyValue("name", about.getMetadata().getName())
                    .addKeyValue("code", e.getCode())
                    .log("Event was refused");
        }
        courier.accept(notice(about, fact));
    }

    private static Notice notice(HasMetadata about, Fact fact) {
        var metadata = about.getMetadata();
        var namespace = metadata.getNamespace();
        return new Notice(
                metadata.getUid() + "." + fact.name(),
                fact.happening(),
                fact.isTrouble() ? Severity.Warning : Severity.Normal,
                new Notice.About(about.getKind(), namespace == null ? "" : namespace, metadata.getName()),
                fact.reason(),
                fact.message(),
                fact.at(),
                fact.progress());
    }

    private static Event event(HasMetadata about, Fact fact) {
        var metadata = about.getMetadata();
        var text = Moments.text(fact.at());
        return new EventBuilder()
                .withNewMetadata()
                .withName(fact.name())
                .withNamespace(metadata.getNamespace() == null ? CLUSTER_SCOPED : metadata.getNamespace())
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(about.getApiVersion())
                .withKind(about.getKind())
                .withName(metadata.getName())
                .withNamespace(metadata.getNamespace())
                .withUid(metadata.getUid())
                .endInvolvedObject()
                .withType(fact.isTrouble() ? "Warning" : "Normal")
                .withReason(fact.reason())
                .withMessage(shortened(fact.message()))
                .withFirstTimestamp(text)
                .withLastTimestamp(text)
                .withCount(1)
                .withNewSource()
                .withComponent(ClusterWriter.FIELD_MANAGER)
                .endSource()
                .build();
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
