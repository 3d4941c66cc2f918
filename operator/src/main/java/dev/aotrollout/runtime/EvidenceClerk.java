package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.EvidenceRef;
import dev.aotrollout.cluster.EvidenceStore;
import dev.aotrollout.cluster.ObjectKey;
import dev.aotrollout.cluster.Secrets;
import dev.aotrollout.cluster.WatchState;
import dev.aotrollout.decision.EndedRun;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.governance.EconomicsOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that each run that ended gets its evidence pack. A run stays in the status of its rollout until its pack is seen in the
 * watch; everything else here is only on the way there, and is begun again after a restart. Runs of one rollout are filed one after
 * the other, so that each pack follows the one before.
 */
final class EvidenceClerk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceClerk.class);
    private static final int THREADS = 2;
    private static final Duration FIRST_LISTS = Duration.ofSeconds(10);
    /** A deleted rollout waits so long for its evidence. */
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(30);
    /** Of a request that is under way when the operator ends. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    /** The status remembers five runs: with so many waiting, none waits for Prometheus any more. */
    private static final int IN_A_HURRY = 3;

    private final EvidenceStore store;
    private final EvidenceFiling filing;
    private final Connections connections;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Map<ObjectKey, Map<String, EvidenceJob>> open = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(
            THREADS, Thread.ofPlatform().daemon().name("evidence-", 0).factory());

    EvidenceClerk(EvidenceStore store, Connections connections, Secrets secrets, InstantSource clock) {
        this.store = store;
        this.filing = new EvidenceFiling(store);
        this.connections = connections;
        this.secrets = secrets;
        this.clock = clock;
    }

    void start() {
        store.await(FIRST_LISTS);
    }

    /** How the watch on packs stands. */
    WatchState watch() {
        return store.watch();
    }

    /** What is remembered without the runs whose packs are seen. */
    RolloutState withoutFiled(AotRollout rollout, RolloutState state) {
        return state.withoutFiled(
                run -> store.pack(rollout.getMetadata().getNamespace(), EvidenceCase.packName(rollout, run))
                        .isPresent());
    }

    /** The newest pack of the rollout. */
    Optional<EvidenceRef> newest(AotRollout rollout) {
        var metadata = rollout.getMetadata();
        return store.packs(metadata.getNamespace(), metadata.getName()).stream()
                .filter(pack -> pack.getSpec().rollout().uid().equals(metadata.getUid()))
                .reduce((_, later) -> later)
                .map(pack -> new EvidenceRef(
                        pack.getMetadata().getName(),
                        pack.getSpec().digest(),
                        pack.getSpec().verdict()));
    }

    /** Begins to file what {@code unfiled} holds; {@code status} is what was recorded last, {@code economics} how things stand. */
    void file(
            Surroundings around,
            AotRolloutStatus status,
            List<EndedRun> unfiled,
            Supplier<EconomicsOutcome> economics) {
        if (unfiled.isEmpty()) {
            open.remove(around.key());
            return;
        }
        var jobs = open.computeIfAbsent(around.key(), _ -> new ConcurrentHashMap<>());
        var hurry = unfiled.size() >= IN_A_HURRY || around.rollout().isMarkedForDeletion();
        for (var run : unfiled)
            jobs.computeIfAbsent(
                    EvidenceCase.packName(around.rollout(), run),
                    _ -> job(EvidenceCase.of(around, status, run, economics.get())));
        jobs.keySet()
                .retainAll(unfiled.stream()
                        .map(run -> EvidenceCase.packName(around.rollout(), run))
                        .toList());
        var first = jobs.get(EvidenceCase.packName(around.rollout(), unfiled.getFirst()));
        if (first != null && first.begin(hurry)) schedule(first, Duration.ZERO);
    }

    private EvidenceJob job(EvidenceCase given) {
        var gathering = new EvidenceGathering(given, store, connections, clock);
        return new EvidenceJob(given, gathering, filing, new EvidenceSigning(secrets), clock.instant());
    }

    /** Whether a deleted rollout may go: its evidence is filed, or will not be in time. */
    boolean mayGo(AotRollout rollout, List<EndedRun> unfiled) {
        if (unfiled.isEmpty()) return true;
        var jobs = open.getOrDefault(SurroundingsReader.key(rollout), Map.of());
        var now = clock.instant();
        var lost = jobs.values().stream()
                .allMatch(job -> job.isHopeless() || now.isAfter(job.since().plus(LONGEST_GOODBYE)));
        if (lost && !jobs.isEmpty())
            LOG.atError()
                    .addKeyValue("namespace", rollout.getMetadata().getNamespace())
                    .addKeyValue("name", rollout.getMetadata().getName())
                    .addKeyValue("runs", unfiled.size())
                    .log("A deleted rollout goes without evidence of its last run");
        return lost && !jobs.isEmpty();
    }

    private void schedule(EvidenceJob job, Duration delay) {
        try {
            var _ = threads.schedule(() -> work(job), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // The operator ends; the next one begins again.
        }
    }

    private void work(EvidenceJob job) {
        var given = job.given();
        try {
            job.attempt(clock.instant()).ifPresent(delay -> schedule(job, delay));
        } catch (RuntimeException | Error e) {
            var delay = job.failed(e);
            LOG.atWarn()
                    .addKeyValue("namespace", given.namespace())
                    .addKeyValue("name", given.key().name())
                    .addKeyValue("pack", given.name())
                    .addKeyValue("retryInSeconds", delay.toSeconds())
                    .setCause(e)
                    .log("Evidence is not filed yet");
            schedule(job, delay);
        }
    }

    void forget(ObjectKey rollout) {
        open.remove(rollout);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            var _ = threads.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
