package dev.aotrollout.runtime;

import dev.aotrollout.api.AotException;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotWavePlan;
import dev.aotrollout.cluster.ClusterCache;
import dev.aotrollout.cluster.ClusterWriter;
import dev.aotrollout.cluster.EvidenceStore;
import dev.aotrollout.cluster.Interests;
import dev.aotrollout.cluster.ObjectKey;
import dev.aotrollout.cluster.PodWatches;
import dev.aotrollout.cluster.PolicyCache;
import dev.aotrollout.cluster.Secrets;
import dev.aotrollout.notify.Courier;
import dev.aotrollout.observe.MetricsPoller;
import dev.aotrollout.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts the parts together, and is alone in knowing the wall clock. */
final class Wiring implements AutoCloseable {
    private static final int RECONCILE_THREADS = 8;
    private static final int METRIC_THREADS = 4;
    private static final Duration FIRST_LISTS = Duration.ofSeconds(60);
    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(1);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final Settings settings;
    private final OperatorMetrics metrics = new OperatorMetrics();
    private final SimpleInboundEventSource<AotRollout> wakeUps = new SimpleInboundEventSource<>("wake-ups");
    private final Interests interests = new Interests();
    private final ExecutorService metricThreads;
    private final ClusterCache cache;
    private final PolicyCache policies;
    private final PodWatches pods;
    private final EvidenceClerk evidence;
    private final Courier courier;
    private final Operator operator;

    Wiring(KubernetesClient client, Settings settings) {
        this.settings = settings;
        WarmUp.of(client);
        var clock = Clock.tickMillis(ZoneOffset.UTC);
        metricThreads = Executors.newFixedThreadPool(
                METRIC_THREADS,
                Thread.ofPlatform().daemon().name("prometheus-", 0).factory());
        cache = new ClusterCache(
                client, settings.namespaces(), object -> interests.of(object).forEach(this::wake));
        policies = new PolicyCache(
                client, settings.namespaces(), object -> interests.of(object).forEach(this::wake));
        pods = new PodWatches(client, this::wake);
        var secrets = new Secrets(client, clock);
        evidence = new EvidenceClerk(new EvidenceStore(client, settings.namespaces(), this::wake), secrets, clock);
        var poller = new MetricsPoller(metricThreads, clock, this::wake);
        var reader = new SurroundingsReader(cache, interests);
        var writer = new ClusterWriter(client);
        courier = new Courier(settings.notifications(), clock, new Deliveries(metrics));
        var herald = new Herald(writer, courier::send);
        var recorder = new StatusRecorder(client);
        var routes = new RouteEffects(writer, reader);
        var parts = new RolloutReconciler.Parts(
                reader,
                new Observer(pods, poller, new Connections(secrets)),
                new Governance(policies),
                new Effects(recorder, new AppliedObjects(writer), routes, writer, new Announcer(herald, metrics)),
                evidence,
                routes,
                interests,
                metrics,
                clock,
                wakeUps);
        operator = operator(client, new RolloutReconciler(parts));
        operator.register(new ExceptionReconciler(client, herald, clock), this::configureExceptions);
        var waves = new WavePlanReconciler(recorder, settings.namespaces(), new WaveAnnouncer(herald), clock);
        operator.register(waves, Wiring::configureWaves);
    }

    private Operator operator(KubernetesClient client, RolloutReconciler reconciler) {
        var created = new Operator(configuration -> configuration
                .withKubernetesClient(client)
                .withConcurrentReconciliationThreads(RECONCILE_THREADS)
                .withReconciliationTerminationTimeout(Duration.ofSeconds(5))
                .withCloseClientOnStop(false));
        created.register(reconciler, this::configure);
        return created;
    }

    /** Annotations are commands, so the generation filter is off and our own in its place; our status writes do not wake us. */
    private void configure(ControllerConfigurationOverrider<AotRollout> configuration) {
        configuration
                .withGenerationAware(false)
                .withOnUpdateFilter(Wiring::isWorthALook)
                .withReconciliationMaxInterval(AT_LEAST_EVERY)
                .withRetry(retry());
        if (settings.namespaces().isEmpty()) configuration.watchingAllNamespaces();
        else configuration.settingNamespaces(Set.copyOf(settings.namespaces()));
    }

    private void configureExceptions(ControllerConfigurationOverrider<AotException> configuration) {
        configuration.withRetry(retry());
        if (settings.namespaces().isEmpty()) configuration.watchingAllNamespaces();
        else configuration.settingNamespaces(Set.copyOf(settings.namespaces()));
    }

    /** As for rollouts; a plan belongs to no namespace. */
    private static void configureWaves(ControllerConfigurationOverrider<AotWavePlan> configuration) {
        configuration
                .withGenerationAware(false)
                .withOnUpdateFilter(Wiring::isWorthALook)
                .withReconciliationMaxInterval(AT_LEAST_EVERY)
                .withRetry(retry());
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

    private void wake(ObjectKey rollout) {
        if (wakeUps.isRunning()) wakeUps.propagateEvent(new ResourceID(rollout.name(), rollout.namespace()));
    }

    /** From the poller, whose keys are {@code namespace/name}. */
    private void wake(String key) {
        var slash = key.indexOf('/');
        wake(new ObjectKey("AOTRollout", key.substring(0, slash), key.substring(slash + 1)));
    }

    OperatorMetrics metrics() {
        return metrics;
    }

    void start() {
        cache.await(FIRST_LISTS);
        policies.await(FIRST_LISTS);
        evidence.start();
        operator.start();
    }

    /** A cache that has stopped is not healthy: decisions would rest on an old world. */
    boolean isHealthy() {
        return cache.isRunning()
                && policies.isRunning()
                && operator.getRuntimeInfo().isStarted();
    }

    @Override
    public void close() {
        operator.stop();
        courier.close();
        evidence.close();
        pods.close();
        cache.close();
        policies.close();
        metricThreads.shutdownNow();
    }
}
