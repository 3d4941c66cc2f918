package dev.aotrollout.runtime;

import dev.aotrollout.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Measures passes of all reconcilers: how long each took, how many wait, and which has been running for too long. */
final class PassMeter implements Metrics {
    /** A pass under way. */
    record Running(String controller, ResourceID resource, Instant since) {}

    private final OperatorMetrics metrics;
    private final InstantSource clock;
    private final Map<Thread, Running> running = new ConcurrentHashMap<>();
    private final Map<String, Set<ResourceID>> waiting = new ConcurrentHashMap<>();

    PassMeter(OperatorMetrics metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public <T> T timeControllerExecution(ControllerExecution<T> execution) throws Exception {
        var pass = new Running(execution.controllerName(), execution.resourceID(), clock.instant());
        running.put(Thread.currentThread(), pass);
        var result = "error";
        try {
            var value = execution.execute();
            result = "ok";
            return value;
        } finally {
            running.remove(Thread.currentThread());
            metrics.passed(pass.controller(), result, Duration.between(pass.since(), clock.instant()));
        }
    }

    /** The pass that has been running for the longest. */
    Optional<Running> oldest() {
        return running.values().stream().min(Comparator.comparing(Running::since));
    }

    @Override
    public void reconcileCustomResource(
            HasMetadata resource, @Nullable RetryInfo retryInfo, Map<String, Object> metadata) {
        var queue = queue(metadata);
        queue.add(ResourceID.fromResource(resource));
        metrics.waiting(controller(metadata), queue.size());
    }

    @Override
    public void reconciliationExecutionStarted(HasMetadata resource, Map<String, Object> metadata) {
        leftQueue(resource, metadata);
    }

    /** Also for what was gone before its turn came. */
    @Override
    public void reconciliationExecutionFinished(@Nullable HasMetadata resource, Map<String, Object> metadata) {
        if (resource != null) leftQueue(resource, metadata);
    }

    private void leftQueue(HasMetadata resource, Map<String, Object> metadata) {
        var queue = queue(metadata);
        queue.remove(ResourceID.fromResource(resource));
        metrics.waiting(controller(metadata), queue.size());
    }

    private Set<ResourceID> queue(Map<String, Object> metadata) {
        return waiting.computeIfAbsent(controller(metadata), _ -> ConcurrentHashMap.newKeySet());
    }

    private static String controller(Map<String, Object> metadata) {
        return String.valueOf(metadata.get(Constants.CONTROLLER_NAME));
    }
}
