package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.cluster.ClusterCache;
import dev.aotrollout.cluster.ClusterWriter;
import dev.aotrollout.cluster.EvidenceStore;
import dev.aotrollout.cluster.Interests;
import dev.aotrollout.cluster.PodWatches;
import dev.aotrollout.cluster.PolicyCache;
import dev.aotrollout.cluster.Secrets;
import dev.aotrollout.observe.MetricsAddresses;
import dev.aotrollout.observe.MetricsPoller;
import dev.aotrollout.observe.PrometheusClient;
import dev.aotrollout.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An operator that does not know yet that another one leads: it passes over whatever copy of a rollout it is given. */
final class DeposedLeader implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ClusterCache cache;
    private final PolicyCache policies;
    private final PodWatches pods;
    private final EvidenceClerk evidence;
    private final RolloutReconciler reconciler;

    DeposedLeader(KubernetesClient client, String namespace) {
        var clock = Clock.systemUTC();
        var interests = new Interests();
        var metrics = new OperatorMetrics();
        var writer = new ClusterWriter(client);
        cache = new ClusterCache(client, Set.of(namespace), _ -> {});
        policies = new PolicyCache(client, Set.of(namespace), _ -> {});
        pods = new PodWatches(client, _ -> {});
        var secrets = new Secrets(client, clock);
        var connections = new Connections(secrets, MetricsAddresses.ALL, PrometheusClient::new);
        evidence =
                new EvidenceClerk(new EvidenceStore(client, Set.of(namespace), _ -> {}), connections, secrets, clock);
        var reader = new SurroundingsReader(cache, interests);
        var routes = new RouteEffects(writer, reader);
        reconciler = new RolloutReconciler(new RolloutReconciler.Parts(
                reader,
                new Observer(pods, new MetricsPoller(threads, clock, _ -> {}, connections::open), connections),
                new Governance(policies),
                new Effects(
                        new StatusRecorder(client),
                        new AppliedObjects(writer),
                        routes,
                        writer,
                        new Announcer(new Herald(writer, _ -> {}), metrics)),
                evidence,
                routes,
                interests,
                metrics,
                clock,
                new SimpleInboundEventSource<>("none")));
        cache.await(Duration.ofSeconds(60));
        policies.await(Duration.ofSeconds(60));
    }

    /** Without a context, which only a record that succeeds needs. */
    void reconcile(AotRollout rollout) {
        reconciler.reconcile(rollout, null);
    }

    @Override
    public void close() {
        cache.close();
        policies.close();
        pods.close();
        evidence.close();
        threads.shutdownNow();
    }
}
