package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aotrollout.cluster.LeaseTerms;
import dev.aotrollout.cluster.OperatorClients;
import dev.aotrollout.cluster.RequestListener;
import dev.aotrollout.cluster.SoleLeader;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections die without a word, as when a load balancer loses a node; new ones would work. */
@Timeout(120)
class SilentConnectionIT {
    private final AtomicInteger renewals = new AtomicInteger();
    private Gate gate;
    private OperatorClients clients;

    @BeforeEach
    void openGate() throws IOException {
        var direct = KubeApi.get().config();
        gate = Gate.to(URI.create(direct.getMasterUrl()).getPort());
        var through = new ConfigBuilder(direct)
                .withMasterUrl("https://127.0.0.1:" + gate.port())
                .build();
        var listener = new RequestListener() {
            @Override
            public void answered(String verb, int code, Duration took) {}

            @Override
            public void renewed() {
                renewals.incrementAndGet();
            }
        };
        clients = new OperatorClients(through, listener, Clock.systemUTC());
    }

    @AfterEach
    void closeGate() throws IOException {
        gate.close();
    }

    /** A rollback that is about to be written must not wait for TCP to give up. */
    @Test
    void aRequestIsTriedAgainOverANewOne() {
        try (var client = clients.forWork(new SoleLeader())) {
            var namespace = client.namespaces().withName("default");
            assertThat(namespace.get()).isNotNull();

            gate.forget();

            assertThat(namespace.get()).isNotNull();
            assertThat(renewals).hasValue(1);
        }
    }

    /** Nobody sends anything over a watch, so its silence says nothing; the election's does. */
    @Test
    void theElectionWatchesOverTheWatches() throws InterruptedException {
        var namespace = KubeApi.get().newNamespace();
        var terms = new LeaseTerms("default", "silent", "me", Duration.ofSeconds(9));
        try (var client = clients.forWork(new SoleLeader());
                var lease = clients.forLease(terms);
                var informer = client.configMaps().inNamespace(namespace).runnableInformer(0)) {
            informer.exceptionHandler((_, _) -> true);
            var seen = new Seen();
            informer.addEventHandler(seen);
            informer.run();
            create(namespace, "before");
            assertThat(seen.names.poll(20, TimeUnit.SECONDS)).isEqualTo("before");
            assertThat(lease.getKubernetesVersion()).isNotNull();

            gate.forget();
            create(namespace, "meanwhile");
            assertThat(seen.names.poll(1, TimeUnit.SECONDS)).isNull();

            var record = lease.leases().inNamespace("default").withName("silent");
            assertThatThrownBy(record::get).isInstanceOf(KubernetesClientException.class);
            assertThat(renewals).hasValue(1);
            assertThat(record.get()).isNull();
            assertThat(seen.names.poll(20, TimeUnit.SECONDS)).isEqualTo("meanwhile");
        }
    }

    private static void create(String namespace, String name) {
        KubeApi.get()
                .client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    private static final class Seen implements ResourceEventHandler<ConfigMap> {
        private final BlockingQueue<String> names = new LinkedBlockingQueue<>();

        @Override
        public void onAdd(ConfigMap map) {
            names.add(map.getMetadata().getName());
        }

        @Override
        public void onUpdate(ConfigMap before, ConfigMap after) {}

        @Override
        public void onDelete(ConfigMap map, boolean finalStateUnknown) {}
    }
}
