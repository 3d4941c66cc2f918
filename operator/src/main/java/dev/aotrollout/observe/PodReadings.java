package dev.aotrollout.observe;

import dev.aotrollout.judge.PodFacts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Kubernetes says of pods: init, sidecar and application containers alike. */
public final class PodReadings {
    private static final String OOM_KILLED = "OOMKilled";
    private static final String CRASH_LOOP = "CrashLoopBackOff";
    /** Phases; an evicted pod stays as an object until somebody deletes it. */
    private static final Set<String> ENDED = Set.of("Failed", "Succeeded");
    /** Waiting is no trouble while a container is only about to start. */
    private static final Set<String> STARTING = Set.of("ContainerCreating", "PodInitializing");

    private PodReadings() {}

    /**
     * One fact sheet a pod. A pod that terminates is not ready and not in trouble, and the exit code of its shutdown is no
     * restart; what happened to it before, OOM kills above all, still counts until it is gone.
     */
    public static List<PodFacts> facts(List<Pod> pods) {
        return pods.stream().map(PodReadings::facts).toList();
    }

    /** The pods that metrics shall be read for, with the memory limit of {@code container}: not those that terminate or ended. */
    public static List<ObservedPod> observed(List<Pod> pods, String container) {
        return pods.stream()
                .filter(pod -> !terminates(pod)
                        && !ENDED.contains(String.valueOf(status(pod).getPhase())))
                .map(pod -> new ObservedPod(
                        pod.getMetadata().getName(),
                        instant(pod.getMetadata().getCreationTimestamp()).orElse(Instant.MIN),
                        limitBytes(pod, container)))
                .toList();
    }

    static boolean terminates(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() != null;
    }

    static boolean isReady(Pod pod) {
        return !terminates(pod)
                && status(pod).getConditions().stream()
                        .anyMatch(c ->
                                c.getType().equals("Ready") && c.getStatus().equals("True"));
    }

    static PodStatus status(Pod pod) {
        return Optional.ofNullable(pod.getStatus()).orElseGet(PodStatus::new);
    }

    static List<ContainerStatus> containers(Pod pod) {
        return Stream.concat(
                        status(pod).getInitContainerStatuses().stream(), status(pod).getContainerStatuses().stream())
                .toList();
    }

    /** Kubernetes' stamps; empty for one that is absent or zero. */
    static Optional<Instant> instant(@Nullable String stamp) {
        return stamp == null || stamp.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(stamp));
    }

    private static PodFacts facts(Pod pod) {
        var containers = containers(pod);
        var restarts = containers.stream()
                .mapToInt(c -> count(c.getRestartCount()) + (terminates(pod) ? 0 : notYetCounted(c)))
                .sum();
        var oomKills = containers.stream().mapToInt(PodReadings::oomKills).sum() + (ranOutOfMemory(pod) ? 1 : 0);
        return new PodFacts(pod.getMetadata().getName(), isReady(pod), restarts, oomKills, trouble(pod, containers));
    }

    private static int count(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    /** A container that just crashed is counted as a restart before the kubelet restarts it, so that nobody waits for that. */
    private static int notYetCounted(ContainerStatus container) {
        return terminated(container.getState()).anyMatch(t -> count(t.getExitCode()) != 0) ? 1 : 0;
    }

    /** At least this often: Kubernetes keeps only the present and the last state. */
    private static int oomKills(ContainerStatus container) {
        return (int) Stream.concat(terminated(container.getState()), terminated(container.getLastState()))
                .filter(t -> OOM_KILLED.equals(t.getReason()))
                .count();
    }

    private static Stream<ContainerStateTerminated> terminated(@Nullable ContainerState state) {
        return state == null ? Stream.empty() : Stream.ofNullable(state.getTerminated());
    }

    /** An eviction for memory, or a kill that the kubelet reports for the pod as a whole. */
    private static boolean ranOutOfMemory(Pod pod) {
        var reason = status(pod).getReason();
        var message = String.valueOf(status(pod).getMessage());
        return OOM_KILLED.equals(reason) || ("Evicted".equals(reason) && message.contains("memory"));
    }

    private static String trouble(Pod pod, List<ContainerStatus> containers) {
        if (terminates(pod)) return "";
        var waiting = containers.stream()
                .flatMap(c -> Stream.ofNullable(c.getState()))
                .flatMap(state -> Stream.ofNullable(state.getWaiting()))
                .flatMap(w -> Stream.ofNullable(w.getReason()))
                .filter(reason -> !STARTING.contains(reason))
                .toList();
        if (waiting.contains(CRASH_LOOP)) return CRASH_LOOP;
        if (!waiting.isEmpty()) return waiting.getFirst();
        if (!"Failed".equals(status(pod).getPhase())) return "";
        return Objects.requireNonNullElse(status(pod).getReason(), "Failed");
    }

    private static double limitBytes(Pod pod, String container) {
        return Stream.ofNullable(pod.getSpec())
                .flatMap(spec -> spec.getContainers().stream())
                .filter(c -> c.getName().equals(container))
                .flatMap(PodReadings::memoryLimit)
                .mapToDouble(limit -> Quantity.getAmountInBytes(limit).doubleValue())
                .findFirst()
                .orElse(0);
    }

    private static Stream<Quantity> memoryLimit(Container container) {
        return Stream.ofNullable(container.getResources())
                .flatMap(resources -> Stream.ofNullable(resources.getLimits()))
                .map(Map::copyOf)
                .flatMap(limits -> Stream.ofNullable(limits.get("memory")));
    }
}
