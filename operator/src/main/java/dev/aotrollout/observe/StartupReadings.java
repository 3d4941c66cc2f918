package dev.aotrollout.observe;

import dev.aotrollout.judge.Startups;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long pods took from the start of a container to ready, as Kubernetes stamped it. A Ready condition that went away and came
 * back later looks like a slow start: only values up to ten minutes are used, and only of pods without a restart.
 */
public final class StartupReadings {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** Stamps are whole seconds, so a start within one second reads 0; the guard takes logarithms. */
    private static final double FLOOR_SECONDS = 0.5;

    private static final double STAMP_SECONDS = 1;
    private static final int DEFAULT_PERIOD_SECONDS = 10;

    private StartupReadings() {}

    /** Of all pods of one track that are ready; {@code container} is the one whose start counts. */
    public static Startups of(List<Pod> pods, String container) {
        var seconds = new ArrayList<Double>();
        var resolution = STAMP_SECONDS;
        for (var pod : pods) {
            var took = took(pod, container);
            if (took.isEmpty()) continue;
            seconds.add(took.get());
            resolution = Math.max(resolution, STAMP_SECONDS + probePeriodSeconds(pod, container));
        }
        return new Startups(seconds, resolution);
    }

    private static Optional<Double> took(Pod pod, String container) {
        if (!PodReadings.isReady(pod) || restarted(pod)) return Optional.empty();
        return PodReadings.containers(pod).stream()
                .filter(c -> c.getName().equals(container))
                .map(ContainerStatus::getState)
                .filter(Objects::nonNull)
                .map(ContainerState::getRunning)
                .filter(Objects::nonNull)
                .map(ContainerStateRunning::getStartedAt)
                .flatMap(stamp -> PodReadings.instant(stamp).stream())
                .flatMap(started -> readyAt(pod).map(ready -> Duration.between(started, ready)).stream())
                .filter(took -> !took.isNegative() && took.compareTo(LONGEST) <= 0)
                .map(took -> Math.max(FLOOR_SECONDS, took.toMillis() / 1000.0))
                .findFirst();
    }

    private static boolean restarted(Pod pod) {
        return PodReadings.containers(pod).stream()
                .anyMatch(c -> Optional.ofNullable(c.getRestartCount()).orElse(0) > 0);
    }

    /** Of the containers rather than the pod: readiness gates of load balancers are not the application's start. */
    private static Optional<Instant> readyAt(Pod pod) {
        return condition(pod, "ContainersReady").or(() -> condition(pod, "Ready"));
    }

    private static Optional<Instant> condition(Pod pod, String type) {
        return PodReadings.status(pod).getConditions().stream()
                .filter(c -> c.getType().equals(type) && c.getStatus().equals("True"))
                .map(PodCondition::getLastTransitionTime)
                .flatMap(stamp -> PodReadings.instant(stamp).stream())
                .findFirst();
    }

    private static double probePeriodSeconds(Pod pod, String container) {
        return Stream.ofNullable(pod.getSpec())
                .flatMap(spec -> spec.getContainers().stream())
                .filter(c -> c.getName().equals(container))
                .flatMap(StartupReadings::probesBeforeReady)
                .mapToInt(probe -> Optional.ofNullable(probe.getPeriodSeconds()).orElse(DEFAULT_PERIOD_SECONDS))
                .max()
                .orElse(0);
    }

    private static Stream<Probe> probesBeforeReady(Container container) {
        return Stream.of(
                        Optional.ofNullable(container.getStartupProbe()),
                        Optional.ofNullable(container.getReadinessProbe()))
                .flatMap(Optional::stream);
    }
}
