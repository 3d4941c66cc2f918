package dev.aotrollout.observe;

import dev.aotrollout.observe.PolledRollout.Ticket;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads metrics in the background. Whoever asks gets the newest snapshot at once and is woken when there is a newer one; a slow
 * server holds nobody but the threads of the given executor. A rollout that nobody asks about is not polled.
 */
public final class MetricsPoller {
    private final Executor executor;
    private final InstantSource time;
    private final Consumer<String> wake;
    private final Function<PrometheusConnection, MetricSource> connect;
    private final Map<String, PolledRollout> rollouts = new ConcurrentHashMap<>();
    private final Map<PrometheusConnection, MetricSource> sources = new ConcurrentHashMap<>();

    /**
     * Runs queries on {@code executor}, whose size bounds the queries under way.
     *
     * @param wake is given the key of a rollout whenever a fetch for it ended, however it ended
     * @param connect begins to ask a server
     */
    public MetricsPoller(
            Executor executor,
            InstantSource time,
            Consumer<String> wake,
            Function<PrometheusConnection, MetricSource> connect) {
        this.executor = executor;
        this.time = time;
        this.wake = wake;
        this.connect = connect;
    }

    /** What is known of the rollout {@code key}; never blocks. Starts a fetch when one is due. */
    public MetricsSnapshot latest(String key, PrometheusConnection connection, MetricsRequest request) {
        var rollout = rollouts.computeIfAbsent(key, _ -> new PolledRollout(time));
        rollout.due(connection, request).ifPresent(ticket -> start(key, rollout, ticket, source(connection)));
        return rollout.view(request);
    }

    /** Drops everything about the rollout {@code key}. */
    public void forget(String key) {
        rollouts.remove(key);
        dropUnusedSources();
    }

    private MetricSource source(PrometheusConnection connection) {
        // Each rotation of a token makes a new connection, and each connection holds threads.
        if (sources.size() > rollouts.size()) dropUnusedSources();
        return sources.computeIfAbsent(connection, connect);
    }

    private void dropUnusedSources() {
        sources.keySet().removeIf(connection -> rollouts.values().stream().noneMatch(r -> r.uses(connection)));
    }

    private void start(String key, PolledRollout rollout, Ticket ticket, MetricSource source) {
        try {
            executor.execute(() -> run(key, rollout, ticket, source));
        } catch (RejectedExecutionException _) {
            rollout.broke(
                    ticket, "no query to Prometheus could be started: the operator is shutting down or overloaded");
        }
    }

    private void run(String key, PolledRollout rollout, Ticket ticket, MetricSource source) {
        var done = false;
        try {
            rollout.complete(ticket, ticket.fetch().fetch(source, ticket.request(), time.instant()));
            done = true;
        } finally {
            if (!done) rollout.broke(ticket, "reading metrics ended with an error: see the operator's log");
            wake.accept(key);
        }
    }
}
