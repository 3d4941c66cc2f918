package dev.aotrollout.examples.demo.cluster;

import dev.aotrollout.examples.demo.load.Track;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One pod of the service. */
record PodSeen(String name, Track track, boolean ready) {

    static PodSeen of(Pod pod, Site.Images images) {
        var leaving = pod.getMetadata().getDeletionTimestamp() != null;
        return new PodSeen(
                pod.getMetadata().getName(),
                track(pod, images),
                !leaving && readyCondition(pod).isPresent());
    }

    private static Track track(Pod pod, Site.Images images) {
        var used =
                pod.getSpec().getContainers().stream().map(Container::getImage).toList();
        if (used.contains(images.aot())) {
            return Track.AOT;
        }
        return used.contains(images.jit()) ? Track.JIT : Track.UNKNOWN;
    }

    /** From the start of its container to Ready, in the whole seconds of Kubernetes; empty unless that is its first container. */
    static Optional<Duration> startup(Pod pod) {
        return readyCondition(pod)
                .map(PodCondition::getLastTransitionTime)
                .flatMap(ready -> pod.getStatus().getContainerStatuses().stream()
                        .filter(status -> status.getRestartCount() == 0)
                        .findFirst()
                        .flatMap(PodSeen::startedAt)
                        .map(started -> Duration.between(Instant.parse(started), Instant.parse(ready))));
    }

    private static Optional<String> startedAt(ContainerStatus status) {
        return Optional.ofNullable(status.getState().getRunning()).map(running -> running.getStartedAt());
    }

    private static Optional<PodCondition> readyCondition(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .filter(condition -> "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()))
                .findFirst();
    }
}
