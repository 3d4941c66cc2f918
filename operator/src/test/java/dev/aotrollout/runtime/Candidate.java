package dev.aotrollout.runtime;

import dev.aotrollout.cluster.Leadership;
import dev.aotrollout.cluster.LeaseHolder;
import dev.aotrollout.cluster.LeaseTerms;
import dev.aotrollout.cluster.OperatorClients;
import dev.aotrollout.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** An operator that stands for election, in this process; wired as the command line does it. */
final class Candidate implements AutoCloseable {
    /** Long enough for a busy machine, short enough for a test. */
    static final Duration LEASE = Duration.ofSeconds(9);

    final String name;
    final List<String> lost = new CopyOnWriteArrayList<>();
    final OperatorMetrics metrics = new OperatorMetrics();
    private final LeaseHolder leadership;
    private final KubernetesClient lease;
    private final KubernetesClient client;
    private final Wiring operator;

    Candidate(String name, String namespace) {
        this.name = name;
        var contact = new ApiContact();
        var clients = new OperatorClients(KubeApi.get().config(), Run.heard(metrics, contact), Clock.systemUTC());
        var terms = new LeaseTerms(namespace, "aotrollout", name, LEASE);
        lease = clients.forLease(terms);
        leadership = new LeaseHolder(lease, terms, Clock.systemUTC());
        client = clients.forWork(leadership);
        operator = new Wiring(client, leadership, new Settings(Set.of(namespace)), metrics, contact);
    }

    Candidate started() {
        operator.start(lost::add);
        return this;
    }

    boolean leads() {
        return leadership.role() == Leadership.Role.LEADER;
    }

    Leadership.Role role() {
        return leadership.role();
    }

    Health health() {
        return operator.health();
    }

    /** Its own client, which the fence guards. */
    KubernetesClient client() {
        return client;
    }

    /** From now on it cannot renew, and does not hear of anybody else's lease; everything else goes on. */
    void cutOffFromTheLease() {
        lease.close();
    }

    @Override
    public void close() {
        operator.close();
        client.close();
    }
}
