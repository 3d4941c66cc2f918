package dev.aotrollout.observe;

import dev.aotrollout.judge.Metrics;
import dev.aotrollout.observe.MetricsFetch.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** What the poller knows of one rollout: its newest snapshot, whether a fetch is under way, and when the next is due. */
final class PolledRollout {
    private static final int MISSED_POLLS = 3;
    private static final String FIRST = "the first query to Prometheus is under way";

    private final InstantSource time;
    private Identity identity = Identity.NONE;
    private MetricsFetch fetch;
    private MetricsSnapshot snapshot;
    private Circuit circuit = Circuit.CLOSED;
    private Instant nextStart = Instant.MIN;
    private boolean underWay;
    /** Counts what was asked for; the answer to an earlier question is dropped. */
    private long question;

    PolledRollout(InstantSource time) {
        this.time = time;
        this.fetch = new MetricsFetch(time);
        this.snapshot = MetricsSnapshot.pending(FIRST, time.instant());
    }

    /** One fetch to run, with what it was asked. */
    record Ticket(MetricsFetch fetch, MetricsRequest request, long question) {}

    synchronized boolean uses(PrometheusConnection connection) {
        return identity.connection().equals(connection);
    }

    /** A fetch, when one is due and none is under way. */
    synchronized Optional<Ticket> due(PrometheusConnection connection, MetricsRequest request) {
        adopt(Identity.of(connection, request));
        var now = time.instant();
        if (underWay || now.isBefore(nextStart) || !circuit.permits(now)) return Optional.empty();
        underWay = true;
        nextStart = now.plus(request.timing().interval());
        return Optional.of(new Ticket(fetch, request, question));
    }

    synchronized void complete(Ticket ticket, Outcome outcome) {
        underWay = false;
        if (ticket.question() != question) return;
        var now = time.instant();
        circuit = outcome.down().isEmpty()
                ? Circuit.CLOSED
                : circuit.failed(now, ticket.request().timing().interval());
        snapshot = outcome.down().isEmpty()
                ? outcome.snapshot()
                : MetricsSnapshot.missing(
                        circuit.explain(outcome.down()), outcome.snapshot().asOf());
    }

    /** After a surprise in the middle of a fetch, what it had read so far is not trusted. */
    synchronized void broke(Ticket ticket, String why) {
        if (ticket.fetch() == fetch) fetch = new MetricsFetch(time);
        complete(ticket, Outcome.down(why, time.instant()));
    }

    /** The newest snapshot, unless it is too old to describe the present. */
    synchronized MetricsSnapshot view(MetricsRequest request) {
        var now = time.instant();
        var limit = request.timing()
                .interval()
                .multipliedBy(MISSED_POLLS)
                .plus(identity.connection().timeout());
        if (!now.minus(limit).isAfter(snapshot.asOf())) return snapshot;
        var next = underWay
                ? "a query is under way"
                : "next try at " + later(circuit.nextTry(), nextStart).truncatedTo(ChronoUnit.SECONDS);
        return MetricsSnapshot.missing(
                "Prometheus at %s has not answered since %s; %s"
                        .formatted(
                                identity.connection().server(), snapshot.asOf().truncatedTo(ChronoUnit.SECONDS), next),
                snapshot.asOf());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private void adopt(Identity wanted) {
        if (wanted.equals(identity)) return;
        question++;
        nextStart = Instant.MIN;
        var sameServer = wanted.connection().equals(identity.connection());
        if (!sameServer) {
            fetch = new MetricsFetch(time);
            circuit = Circuit.CLOSED;
            snapshot = MetricsSnapshot.pending(FIRST, time.instant());
        } else {
            var why = "the first query to Prometheus for this step is under way";
            snapshot = new MetricsSnapshot(
                    Metrics.pending(why).withBudget(snapshot.metrics().budget()),
                    snapshot.baselineReach(),
                    snapshot.asOf());
        }
        identity = wanted;
    }

    /** A change in any of these asks another question. Pods come and go without one. */
    private record Identity(PrometheusConnection connection, Optional<MetricsRequest> question) {
        static final Identity NONE = new Identity(
                new PrometheusConnection(URI.create("http://none"), Map.of(), "", Duration.ZERO), Optional.empty());

        static Identity of(PrometheusConnection connection, MetricsRequest request) {
            return new Identity(connection, Optional.of(request.withoutPods()));
        }
    }
}
