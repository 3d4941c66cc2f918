package dev.aotrollout.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElector;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectorBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Elects the leader by a Lease, with Fabric8's elector. That one notices a missed deadline only between two requests, so this class
 * also looks at the clock: a leader whose last renewal is older than the deadline may not act, and is deposed. A deposed leader
 * stays deposed: its process ends and a new one stands for election with fresh caches.
 */
public final class LeaseHolder implements Leadership {
    private static final Duration LOOK = Duration.ofMillis(250);
    /** In lease lengths; after so long without a try the election loop has ended. */
    private static final int LOST_LOOP = 4;

    private final KubernetesClient client;
    private final LeaseTerms terms;
    private final InstantSource clock;
    private final NotedLease lease;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("lease-", 0).factory());
    private Optional<News> news = Optional.empty();
    private Future<?> election = CompletableFuture.completedFuture(null);
    private Role role = Role.STANDBY;
    private boolean closing;

    /**
     * Does not stand for election yet.
     *
     * @param client for the lease alone, not slowed down by other work; see {@link OperatorClients}
     */
    public LeaseHolder(KubernetesClient client, LeaseTerms terms, InstantSource clock) {
        this.client = client;
        this.terms = terms;
        this.clock = clock;
        this.lease = new NotedLease(terms, clock);
    }

    @Override
    public void prepare() {
        threads.execute(() -> {
            try {
                var _ = lease.get(client);
            } catch (KubernetesClientException _) {
                // The election tells what is wrong.
            }
        });
    }

    @Override
    public synchronized void start(News told) {
        news = Optional.of(told);
        lease.begin();
        election = elector().start();
        var _ = threads.scheduleWithFixedDelay(
                this::deposeWhenLate, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private LeaderElector elector() {
        var callbacks = new LeaderCallbacks(
                this::gain, () -> depose("the Lease " + terms + " is held by " + lease.holder()), _ -> {});
        return new LeaderElectorBuilder(client, threads)
                .withConfig(new LeaderElectionConfig(
                        lease,
                        terms.length(),
                        terms.renewDeadline(),
                        terms.retryPeriod(),
                        callbacks,
                        true,
                        terms.name()))
                .build();
    }

    private void gain() {
        synchronized (this) {
            if (closing || role != Role.STANDBY) return;
            role = Role.LEADER;
        }
        news.ifPresent(News::gained);
    }

    private void depose(String why) {
        synchronized (this) {
            if (closing || role != Role.LEADER) return;
            role = Role.DEPOSED;
            // The elector would stand again, and win what nobody would use.
            threads.execute(() -> election.cancel(true));
        }
        news.ifPresent(told -> told.lost(why));
    }

    private void deposeWhenLate() {
        if (role() == Role.LEADER && isLate())
            depose("the Lease %s could not be renewed for %d s"
                    .formatted(terms, terms.renewDeadline().toSeconds()));
    }

    private boolean isLate() {
        return !clock.instant().isBefore(lease.renewedAt().plus(terms.renewDeadline()));
    }

    @Override
    public synchronized Role role() {
        return role;
    }

    @Override
    public boolean mayAct() {
        return role() == Role.LEADER && !isLate();
    }

    @Override
    public boolean isOfUse() {
        return switch (role()) {
            case LEADER -> !isLate();
            case STANDBY -> isRecent(lease.seenAt(), terms.length());
            case DEPOSED -> false;
        };
    }

    @Override
    public boolean isAlive() {
        return role() != Role.DEPOSED
                && isRecent(lease.triedAt(), terms.length().multipliedBy(LOST_LOOP));
    }

    private boolean isRecent(Instant at, Duration within) {
        return clock.instant().isBefore(at.plus(within));
    }

    @Override
    public String describe() {
        return switch (role()) {
            case LEADER -> "leads by the Lease " + terms;
            case STANDBY ->
                isOfUse()
                        ? "standby; the Lease %s is held by %s".formatted(terms, lease.holder())
                        : "standby; the Lease %s cannot be read: %s".formatted(terms, lease.trouble());
            case DEPOSED -> "was deposed; the Lease %s is held by %s".formatted(terms, lease.holder());
        };
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            if (role == Role.LEADER) role = Role.STANDBY;
        }
        election.cancel(true); // gives the lease back, on this thread
        threads.shutdownNow();
        client.close();
    }
}
