package dev.aotrollout.runtime;

import dev.aotrollout.api.AotException;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotWavePlan;
import dev.aotrollout.cluster.WatchState;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.health.EventSourceHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerWrappingEventSourceHealthIndicator;
import io.javaoperatorsdk.operator.processing.Controller;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Our reconcilers inside the framework: their caches are warm from the start, and passes begin when this operator leads. The
 * framework's own leader election is not used: it never gives the lease back, and it ends the process by itself.
 */
final class Controllers {
    private static final int RECONCILE_THREADS = 8;
    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(1);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
    /** A pass that runs when we are told to end may take so long. */
    private static final Duration LAST_PASSES = Duration.ofSeconds(10);

    private final Operator operator;
    private final Set<String> namespaces;
    private final Duration patience;
    private volatile boolean warm;
    private boolean stopped;

    /** The first lists may take {@code patience}: definitions may come after the operator. */
    Controllers(KubernetesClient client, Set<String> namespaces, Metrics metrics, Duration patience) {
        this.namespaces = Set.copyOf(namespaces);
        this.patience = patience;
        operator = new Operator(configuration -> configuration
                .withKubernetesClient(client)
                .withConcurrentReconciliationThreads(RECONCILE_THREADS)
                .withReconciliationTerminationTimeout(LAST_PASSES)
                .withMetrics(metrics)
                .withStopOnInformerErrorDuringStartup(false)
                .withCacheSyncTimeout(patience)
                .withCloseClientOnStop(false));
    }

    /** Annotations are commands, so the generation filter is off and our own in its place; our status writes do not wake us. */
    void rollouts(Reconciler<AotRollout> reconciler) {
        operator.register(reconciler, configuration -> {
            watched(configuration);
            configuration
                    .withGenerationAware(false)
                    .withOnUpdateFilter(Controllers::isWorthALook)
                    .withReconciliationMaxInterval(AT_LEAST_EVERY);
        });
    }

    void exceptions(Reconciler<AotException> reconciler) {
        operator.register(reconciler, this::watched);
    }

    /** As for rollouts; a plan belongs to no namespace. */
    void waves(Reconciler<AotWavePlan> reconciler) {
        operator.register(
                reconciler,
                configuration -> configuration
                        .withRetry(retry())
                        .withGenerationAware(false)
                        .withOnUpdateFilter(Controllers::isWorthALook)
                        .withReconciliationMaxInterval(AT_LEAST_EVERY));
    }

    private <T extends HasMetadata> void watched(ControllerConfigurationOverrider<T> configuration) {
        configuration.withRetry(retry());
        if (namespaces.isEmpty()) configuration.watchingAllNamespaces();
        else configuration.settingNamespaces(namespaces);
    }

    private static GenericRetry retry() {
        return new GenericRetry()
                .setInitialInterval(FIRST_RETRY)
                .setMaxInterval(LONGEST_RETRY.toMillis())
                .withoutMaxAttempts();
    }

    private static boolean isWorthALook(HasMetadata before, HasMetadata after) {
        var old = before.getMetadata();
        var now = after.getMetadata();
        return !Objects.equals(old.getGeneration(), now.getGeneration())
                || !Objects.equals(old.getAnnotations(), now.getAnnotations())
                || !Objects.equals(old.getDeletionTimestamp(), now.getDeletionTimestamp())
                || !Objects.equals(old.getFinalizers(), now.getFinalizers());
    }

    /**
     * Fills the caches; what happens from now on is noted, and nothing is done about it yet.
     *
     * @throws IllegalStateException when they cannot be filled in time
     */
    void warmUp() {
        SideBySide.run(registered()
                .<Runnable>map(controller -> () -> controller.start(false))
                .toList());
        warm = true;
        if (!watches().stream().allMatch(WatchState::synced))
            throw new IllegalStateException(
                    "cannot list AOTRollouts, AOTExceptions and AOTWavePlans within %d s; check that all of crds/ are installed and the operator's role allows list and watch"
                            .formatted(patience.toSeconds()));
    }

    /** Begins with a pass over everything. */
    void lead() {
        registered().forEach(Controller::startEventProcessing);
    }

    /** Takes no more work and lets running passes end, for a while. */
    void stop() {
        if (stopped) return;
        stopped = true;
        registered().forEach(Controller::stop);
        operator.stop();
    }

    /** How the framework's watches stand; it does not know them before they were started. */
    List<WatchState> watches() {
        if (!warm) return List.of();
        return registered().flatMap(Controllers::watches).toList();
    }

    private static Stream<WatchState> watches(Controller<?> controller) {
        var sources = controller.getControllerHealthInfo().eventSourceHealthIndicators();
        return sources.entrySet().stream()
                .flatMap(source -> informers(source.getValue())
                        .map(informer -> new WatchState(
                                controller.getConfiguration().getName() + "/" + source.getKey(),
                                informer.hasSynced(),
                                informer.isRunning(),
                                informer.isWatching())));
    }

    private static Stream<InformerHealthIndicator> informers(EventSourceHealthIndicator source) {
        return source instanceof InformerWrappingEventSourceHealthIndicator<?> watch
                ? watch.informerHealthIndicators().values().stream()
                : Stream.empty();
    }

    private Stream<Controller<?>> registered() {
        return operator.getRegisteredControllers().stream().map(Controller.class::cast);
    }
}
