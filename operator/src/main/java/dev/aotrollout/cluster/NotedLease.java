package dev.aotrollout.cluster;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Lease, and a note of when it was last tried, seen and renewed. */
final class NotedLease extends LeaseLock {
    private final InstantSource clock;
    private Lease seen = new Lease();
    private volatile Instant triedAt;
    private volatile Instant seenAt = Instant.EPOCH;
    private volatile Instant renewedAt = Instant.EPOCH;
    private volatile String holder = "nobody";
    private volatile String trouble = "not asked yet";

    NotedLease(LeaseTerms terms, InstantSource clock) {
        super(terms.namespace(), terms.name(), terms.identity());
        this.clock = clock;
        this.triedAt = clock.instant();
    }

    /** The election begins now. */
    void begin() {
        triedAt = clock.instant();
    }

    @Override
    public synchronized @Nullable LeaderElectionRecord get(KubernetesClient client) {
        triedAt = clock.instant();
        try {
            var record = super.get(client);
            seenAt = clock.instant();
            note(record);
            return record;
        } catch (KubernetesClientException e) {
            trouble = String.valueOf(e.getMessage());
            throw e;
        }
    }

    @Override
    public synchronized void create(KubernetesClient client, LeaderElectionRecord record) {
        super.create(client, record);
        written(record);
    }

    /** With the version that was read; the usual rights of an election are get, create and update, without patch. */
    @Override
    public synchronized void update(KubernetesClient client, LeaderElectionRecord record) {
        var next = new LeaseBuilder(seen)
                .withSpec(toResource(record, new ObjectMetaBuilder()).getSpec())
                .build();
        client.resource(next).update();
        written(record);
    }

    private void written(LeaderElectionRecord record) {
        note(record);
        // The elector took the time before it sent anything, so this is never later than what others reckon with.
        var ours = identity().equals(record.getHolderIdentity());
        renewedAt = ours ? record.getRenewTime().toInstant() : Instant.EPOCH;
    }

    private void note(@Nullable LeaderElectionRecord record) {
        holder = Optional.ofNullable(record)
                .map(LeaderElectionRecord::getHolderIdentity)
                .filter(name -> !name.isEmpty())
                .orElse("nobody");
    }

    /** Somebody may have made the Lease by hand: what says nothing is free. */
    @Override
    protected LeaderElectionRecord toRecord(Lease lease) {
        seen = lease;
        var spec = lease.getSpec();
        if (spec != null && spec.getLeaseDurationSeconds() != null && spec.getRenewTime() != null)
            return super.toRecord(lease);
        var longAgo = ZonedDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC);
        return new LeaderElectionRecord("", Duration.ofSeconds(1), longAgo, longAgo, 0);
    }

    Instant triedAt() {
        return triedAt;
    }

    Instant seenAt() {
        return seenAt;
    }

    Instant renewedAt() {
        return renewedAt;
    }

    String holder() {
        return holder;
    }

    String trouble() {
        return trouble;
    }
}
