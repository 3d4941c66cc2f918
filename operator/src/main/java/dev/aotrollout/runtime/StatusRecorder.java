package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotWavePlan;
import dev.aotrollout.api.AotWavePlanStatus;
import io.fabric8.kubernetes.client.CustomResource;
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
        return record(rollout, new AotRollout(), status, context);
    }

    /** Throws Fabric8's exception with code 409 where {@code plan} is not the newest version. */
    AotWavePlan record(AotWavePlan plan, AotWavePlanStatus status, Context<AotWavePlan> context) {
        return record(plan, new AotWavePlan(), status, context);
    }

    private <S, T, R extends CustomResource<S, T>> R record(R read, R next, T status, Context<R> context) {
        next.setMetadata(read.getMetadata());
        next.setSpec(read.getSpec());
        next.setStatus(status);
        var written = client.resource(next).updateStatus();
        context.eventSourceRetriever()
                .getControllerEventSource()
                .handleRecentResourceUpdate(ResourceID.fromResource(read), written, read);
        return written;
    }
}
