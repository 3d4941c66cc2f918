package dev.aotrollout.runtime;

import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.workload.AotNames;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** From a Deployment to the facts of one track. */
final class Track {

    private Track() {}

    static TrackFacts facts(Optional<Deployment> deployment) {
        return deployment.map(Track::facts).orElse(TrackFacts.ABSENT);
    }

    private static TrackFacts facts(Deployment deployment) {
        var desired = replicas(deployment);
        var status = deployment.getStatus();
        if (status == null) return new TrackFacts(true, desired, 0, false, revision(deployment));
        var current = Objects.equals(
                status.getObservedGeneration(), deployment.getMetadata().getGeneration());
        var rolledOut = current
                && count(status.getUpdatedReplicas()) >= desired
                && count(status.getReplicas()) == count(status.getUpdatedReplicas());
        return new TrackFacts(true, desired, count(status.getReadyReplicas()), rolledOut, revision(deployment));
    }

    /** Absent means 1 to Kubernetes. */
    static int replicas(Deployment deployment) {
        var replicas = deployment.getSpec().getReplicas();
        return replicas == null ? 1 : replicas;
    }

    private static String revision(Deployment deployment) {
        var annotations = deployment.getMetadata().getAnnotations();
        return Objects.requireNonNullElse(annotations, Map.<String, String>of()).getOrDefault(AotNames.REVISION, "");
    }

    private static int count(Integer value) {
        return value == null ? 0 : value;
    }
}
