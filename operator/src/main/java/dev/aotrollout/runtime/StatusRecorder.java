package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;

/**
 * Writes the status with the version that was read, so that a deposed leader or a stale copy is refused, and makes the next pass
 * see what was written.
 */
final class StatusRecorder {
    private final KubernetesClient client;

    StatusRecorder(KubernetesClient client) {
        this.client = client;
    }

    /** Throws Fabric8's exception with code 409 where {@code rollout} is not the newest version. */
    AotRollout record(AotRollout rollout, AotRolloutStatus status, Context<AotRollout> context) {
        var next = new AotRollout();
        next.setMetadata(rollout.getMetadata());
        next.setSpec(rollout.getSpec());
        next.setStatus(status);
        var written = client.resource(next).updateStatus();
        context.eventSourceRetriever()
                .getControllerEventSource()
                .handleRecentResourceUpdate(ResourceID.fromResource(rollout), written, rollout);
        return written;
    }
}
