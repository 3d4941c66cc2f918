package dev.aotrollout.observe;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/** Pods as the API server shows them, in the few words that a test needs. */
final class PodSketch {
    private final PodBuilder pod = new PodBuilder()
            .withNewMetadata()
            .withName("checkout-aot-1")
            .withCreationTimestamp("2026-11-01T12:00:00Z")
            .endMetadata()
            .withNewSpec()
            .endSpec()
            .withNewStatus()
            .withPhase("Running")
            .endStatus();

    static ContainerState running(String startedAt) {
        return new ContainerStateBuilder()
                .withNewRunning()
                .withStartedAt(startedAt)
                .endRunning()
                .build();
    }

    static ContainerState waiting(String reason) {
        return new ContainerStateBuilder()
                .withNewWaiting()
                .withReason(reason)
                .endWaiting()
                .build();
    }

    static ContainerState terminated(int exitCode, String reason) {
        return new ContainerStateBuilder()
                .withNewTerminated()
                .withExitCode(exitCode)
                .withReason(reason)
                .endTerminated()
                .build();
    }

    static ContainerState none() {
        return new ContainerState();
    }

    PodSketch named(String name) {
        pod.editMetadata().withName(name).endMetadata();
        return this;
    }

    PodSketch condition(String type, String status, String since) {
        pod.editStatus()
                .addNewCondition()
                .withType(type)
                .withStatus(status)
                .withLastTransitionTime(since)
                .endCondition()
                .endStatus();
        return this;
    }

    PodSketch ready(String since) {
        return condition("Ready", "True", since);
    }

    PodSketch container(String name, int restarts, ContainerState state, ContainerState last) {
        pod.editStatus()
                .addToContainerStatuses(new ContainerStatusBuilder()
                        .withName(name)
                        .withRestartCount(restarts)
                        .withState(state)
                        .withLastState(last)
                        .build())
                .endStatus();
        return this;
    }

    PodSketch init(String name, int restarts, ContainerState state) {
        pod.editStatus()
                .addToInitContainerStatuses(new ContainerStatusBuilder()
                        .withName(name)
                        .withRestartCount(restarts)
                        .withState(state)
                        .build())
                .endStatus();
        return this;
    }

    PodSketch failed(String reason, String message) {
        pod.editStatus()
                .withPhase("Failed")
                .withReason(reason)
                .withMessage(message)
                .endStatus();
        return this;
    }

    PodSketch terminating() {
        pod.editMetadata().withDeletionTimestamp("2026-11-01T12:05:00Z").endMetadata();
        return this;
    }

    PodSketch limit(String container, String memory) {
        pod.editSpec()
                .addNewContainer()
                .withName(container)
                .withNewResources()
                .withLimits(Map.of("memory", new Quantity(memory)))
                .endResources()
                .endContainer()
                .endSpec();
        return this;
    }

    /** A period of 0 leaves the probe out, one below leaves its period out. */
    PodSketch probes(String container, int startupPeriod, int readinessPeriod) {
        var spec = pod.editSpec().addNewContainer().withName(container);
        if (startupPeriod != 0)
            spec.withNewStartupProbe()
                    .withPeriodSeconds(startupPeriod < 0 ? null : startupPeriod)
                    .endStartupProbe();
        if (readinessPeriod != 0)
            spec.withNewReadinessProbe()
                    .withPeriodSeconds(readinessPeriod < 0 ? null : readinessPeriod)
                    .endReadinessProbe();
        spec.endContainer().endSpec();
        return this;
    }

    Pod build() {
        return pod.build();
    }
}
