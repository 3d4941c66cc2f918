package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.cluster.ClusterCache;
import dev.aotrollout.cluster.ClusterWriter;
import dev.aotrollout.cluster.EvidenceStore;
import dev.aotrollout.cluster.Interests;
import dev.aotrollout.cluster.Leadership;
import dev.aotrollout.cluster.ObjectKey;
import dev.aotrollout.cluster.PodWatches;
import dev.aotrollout.cluster.PolicyCache;
import dev.aotrollout.cluster.Secrets;
import dev.aotrollout.cluster.SoleLeader;
import dev.aotrollout.cluster.WatchState;
import dev.aotrollout.notify.Courier;
import dev.aotrollout.observe.MeteredSource;
import dev.aotrollout.observe.MetricSource;
import dev.aotrollout.observe.MetricsPoller;
import dev.aotrollout.observe.PrometheusClient;
import dev.aotrollout.observe.PrometheusConnection;
import dev.aotrollout.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts together, and is alone in knowing the wall clock. */
final class Wiring implements AutoCloseable {
    private static final int METRIC_THREADS = 4;
    private static final Duration FIRST_LISTS = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private final Leadership leadership;
    private final OperatorMetrics metrics;
    private final SimpleInboundEventSource<AotRollout> wakeUps = new SimpleInboundEventSource<>("wake-ups");
    private final Interests interests = new Interests();
    private final ExecutorService metricThreads;
    private final ClusterCache cache;
    private final PolicyCache policies;
    private final PodWatches pods;
    private final EvidenceClerk evidence;
    private final Courier courier;
    private final Controllers controllers;
    private final Health health;

    /** The clock of everything but commands. */
    static InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** An operator that is alone. */
    Wiring(KubernetesClient client, Settings settings) {
        this(client, new SoleLeader(), settings, new OperatorMetrics(), new ApiContact());
    }

    Wiring(
            KubernetesClient client,
            Leadership leadership,
            Settings settings,
            OperatorMetrics metrics,
            ApiContact contact) {
        this.leadership = leadership;
        this.metrics = metrics;
        WarmUp.of(client);
        var clock = clock();
        metricThreads = Executors.newFixedThreadPool(
                METRIC_THREADS,
                Thread.ofPlatform().daemon().name("prometheus-", 0).factory());
        cache = new ClusterCache(
                client, settings.namespaces(), object -> interests.of(object).forEach(this::wake));
        policies = new PolicyCache(
                client, settings.namespaces(), object -> interests.of(object).forEach(this::wake));
        pods = new PodWatches(client, this::wake);
        var secrets = new Secrets(client, clock);
        var connections = new Connections(secrets, settings.addresses(), connection -> measured(connection, clock));
        evidence = new EvidenceClerk(
                new EvidenceStore(client, settings.namespaces(), this::wake), connections, secrets, clock);
        var poller = new MetricsPoller(metricThreads, clock, this::wake, connections::open);
        var writer = new ClusterWriter(client);
        courier = new Courier(settings.notifications(), clock, new Deliveries(metrics));
        var herald = new Herald(writer, courier::send);
        var recorder = new StatusRecorder(client);
        var passes = new PassMeter(metrics, clock);
        controllers = new Controllers(client, settings.namespaces(), passes, FIRST_LISTS);
        var announcer = new Announcer(herald, metrics);
        controllers.rollouts(rollouts(writer, recorder, announcer, new Observer(pods, poller, connections)));
        controllers.exceptions(new ExceptionReconciler(client, herald, clock));
        controllers.waves(new WavePlanReconciler(recorder, settings.namespaces(), new WaveAnnouncer(herald), clock));
        health = new Health(this::watches, leadership, passes, contact, clock);
    }

    private RolloutReconciler rollouts(
            ClusterWriter writer, StatusRecorder recorder, Announcer announcer, Observer observer) {
        var reader = new SurroundingsReader(cache, interests);
        var routes = new RouteEffects(writer, reader);
        return new RolloutReconciler(new RolloutReconciler.Parts(
                reader,
                observer,
                new Governance(policies),
                new Effects(recorder, new AppliedObjects(writer), routes, writer, announcer),
                evidence,
                routes,
                interests,
                metrics,
                clock(),
                wakeUps));
    }

    private MetricSource measured(PrometheusConnection connection, InstantSource clock) {
        return new MeteredSource(
                new PrometheusClient(connection),
                (ending, took) -> metrics.queried(ending.name().toLowerCase(Locale.ROOT), took),
                clock);
    }

    private List<WatchState> watches() {
        return Stream.of(
                        cache.watches(),
                        policies.watches(),
                        List.of(evidence.watch()),
                        pods.watches(),
                        controllers.watches())
                .flatMap(List::stream)
                .toList();
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

    Health health() {
        return health;
    }

    /** For an operator that is alone, and so loses nothing. */
    void start() {
        start(_ -> {});
    }

    /**
     * Fills the caches, then stands for election: a leader with empty caches would hold up the others.
     *
     * @param lost told why this operator may not act any more; its process shall end
     */
    void start(Consumer<String> lost) {
        leadership.prepare();
        SideBySide.run(List.of(
                () -> cache.await(FIRST_LISTS),
                () -> policies.await(FIRST_LISTS),
                controllers::warmUp,
                evidence::start));
        health.started();
        leadership.start(new Leadership.News() {
            @Override
            public void gained() {
                LOG.atInfo().log("This operator leads");
                metrics.leads(true);
                controllers.lead();
            }

            @Override
            public void lost(String why) {
                LOG.atError()
                        .addKeyValue("why", why)
                        .log("This operator does not lead any more; nothing it decides leaves");
                metrics.leads(false);
                lost.accept(why);
            }
        });
    }

    /** The lease goes last, when nothing of ours can act any more. */
    @Override
    public void close() {
        controllers.stop();
        courier.close();
        evidence.close();
        metricThreads.shutdownNow();
        metrics.leads(false);
        leadership.close();
        pods.close();
        cache.close();
        policies.close();
    }
}
