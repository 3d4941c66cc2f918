package dev.aotrollout.runtime;

import dev.aotrollout.cluster.ClusterWriter;
import dev.aotrollout.decision.Moments;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes facts as Kubernetes Events; a refusal never blocks a decision. */
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
    record Fact(String name, boolean isTrouble, String reason, String message, Instant at) {}

    private final ClusterWriter writer;

    Herald(ClusterWriter writer) {
        this.writer = writer;
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
