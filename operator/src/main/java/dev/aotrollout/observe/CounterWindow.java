package dev.aotrollout.observe;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Traffic;
import dev.aotrollout.observe.CounterKey.Endpoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Raw samples of request counters become the requests of both tracks since the anchor: exact whole numbers, nothing extrapolated.
 * The result depends on the samples alone, not on how they were split over reads.
 *
 * <ul>
 *   <li>What a counter had at its last scrape up to the anchor is not counted.
 *   <li>A counter that fell started again from 0, and with it all counters of its endpoint.
 *   <li>A counter first seen after the anchor counts from 0 when its endpoint was scraped before without it, or its pod was created
 *       after the anchor; else Prometheus began late, and its first value is the baseline.
 *   <li>What a pod counted stays when the pod is gone.
 * </ul>
 */
final class CounterWindow {
    private final RequestCounters tracks;
    private final Instant anchor;
    private final Map<String, Instant> created;
    private final Map<CounterKey, Counter> counters;
    private final Map<Endpoint, Long> firstScrapes;
    private final Map<String, Long> lastUp;
    private final Set<String> podsThatAnswered;
    private final Restarts restarts;
    private final Cells cells;
    private Instant readUntil;
    private boolean slowUnresolved;

    /** Nothing was read yet; samples up to {@code readUntil} are of no interest. */
    CounterWindow(RequestCounters tracks, Instant anchor, Instant readUntil) {
        this.tracks = tracks;
        this.anchor = anchor;
        this.readUntil = readUntil;
        this.created = new HashMap<>();
        this.counters = new HashMap<>();
        this.firstScrapes = new HashMap<>();
        this.lastUp = new HashMap<>();
        this.podsThatAnswered = new HashSet<>();
        this.restarts = new Restarts();
        this.cells = new Cells(anchor);
    }

    private CounterWindow(CounterWindow other) {
        this.tracks = other.tracks;
        this.anchor = other.anchor;
        this.readUntil = other.readUntil;
        this.created = new HashMap<>(other.created);
        this.counters = new HashMap<>(other.counters);
        this.firstScrapes = new HashMap<>(other.firstScrapes);
        this.lastUp = new HashMap<>(other.lastUp);
        this.podsThatAnswered = new HashSet<>(other.podsThatAnswered);
        this.restarts = other.restarts.copy();
        this.cells = other.cells.copy();
        this.slowUnresolved = other.slowUnresolved;
    }

    CounterWindow copy() {
        return new CounterWindow(this);
    }

    Instant readUntil() {
        return readUntil;
    }

    /** Remembers when pods were created, also for the time after they are gone. */
    void know(List<ObservedPod> pods) {
        for (var pod : pods) created.put(pod.name(), pod.created());
    }

    /** Reads the samples after {@link #readUntil()} up to {@code until}; all of them must be in {@code series}. */
    void read(List<TimeSeries> series, Instant until) {
        var batch = Scrape.batch(series, readUntil, until);
        batch.up().forEach((endpoint, times) -> {
            firstScrapes.merge(endpoint, times.getFirst(), Math::min);
            lastUp.merge(endpoint.pod(), times.getLast(), Math::max);
        });
        // What is known of an endpoint as a whole comes before the counters: each is judged by it.
        batch.counters().forEach((key, scrapes) -> {
            firstScrapes.merge(key.endpoint(), scrapes.getFirst().atMillis(), Math::min);
            noteRestarts(key, scrapes);
        });
        batch.counters().forEach((key, scrapes) -> scrapes.forEach(scrape -> take(key, scrape)));
        readUntil = until;
        cells.compact(until);
    }

    /** The names of all pods whose counters were seen. */
    Set<String> pods() {
        var pods = new HashSet<String>();
        for (var key : counters.keySet()) pods.add(key.pod());
        return pods;
    }

    Set<String> podsThatAnswered() {
        return Set.copyOf(podsThatAnswered);
    }

    boolean isOfBothTracks(String pod) {
        return tracks.jit().match(pod) && tracks.aot().match(pod);
    }

    /** Requests since the anchor; {@code slowBoundSeconds} is the bound that the bucket samples were selected by. */
    Traffic traffic(Instant now, double slowBoundSeconds) {
        return new Traffic(cells.buckets(now, widestSpacingMillis()), slowUnresolved ? 0 : slowBoundSeconds);
    }

    /** How current what is known of these pods is. */
    Freshness freshness(Set<String> pods) {
        return Freshness.of(pods, counters, lastUp);
    }

    private void noteRestarts(CounterKey key, List<Scrape> scrapes) {
        var before = counters.getOrDefault(key, Counter.first(scrapes.getFirst()));
        for (var scrape : scrapes) {
            if (!before.accepts(scrape)) continue;
            if (before.fell(scrape)) restarts.note(key.endpoint(), before, scrape);
            before = before.then(scrape);
        }
    }

    private void take(CounterKey key, Scrape scrape) {
        var before = counters.get(key);
        if (before == null) {
            counters.put(key, Counter.first(scrape));
            if (startsFromZero(key, scrape)) count(key, scrape);
        } else if (before.accepts(scrape)) {
            counters.put(key, before.then(scrape));
            count(key, restarts.between(key.endpoint(), before, scrape) ? scrape : before.increase(scrape));
        }
    }

    private boolean startsFromZero(CounterKey key, Scrape first) {
        return firstScrapes.getOrDefault(key.endpoint(), first.atMillis()) < first.atMillis()
                || created.getOrDefault(key.pod(), Instant.MIN).isAfter(anchor);
    }

    private void count(CounterKey key, Scrape increase) {
        var requests = increase.requests();
        if (increase.atMillis() <= anchor.toEpochMilli() || requests == 0) return;
        podsThatAnswered.add(key.pod());
        var resolved = increase.fast() != Scrape.UNKNOWN;
        slowUnresolved |= !resolved;
        var counts = new Counts(requests, key.failed() ? requests : 0, resolved ? requests - increase.fast() : 0);
        if (tracks.jit().match(key.pod())) cells.addJit(increase.atMillis(), counts);
        else if (tracks.aot().match(key.pod())) cells.addAot(increase.atMillis(), counts);
    }

    /** Of the tracks, each by the median of its counters. */
    private long widestSpacingMillis() {
        return Math.max(
                Freshness.spacingMillis(counters, tracks.jit()::match),
                Freshness.spacingMillis(counters, tracks.aot()::match));
    }
}
