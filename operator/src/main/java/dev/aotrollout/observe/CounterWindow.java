package dev.aotrollout.observe;

import dev.aotrollout.observe.CounterKey.Endpoint;
import dev.aotrollout.observe.Ledger.Increase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Raw samples of counters become what both tracks counted since the anchor: exact whole numbers, nothing extrapolated. The result
 * depends on the samples alone, not on how they were split over reads.
 *
 * <ul>
 *   <li>What a counter had at its last scrape up to the anchor is not counted.
 *   <li>A counter that fell started again from 0, and with it all counters of its origin.
 *   <li>A counter first seen after the anchor counts from 0 when its endpoint was scraped before without it, or its pod was created
 *       after the anchor; else Prometheus began late, and its first value is the baseline.
 *   <li>What a pod counted stays when the pod is gone.
 * </ul>
 */
final class CounterWindow<L extends Ledger<L>> {
    /** Between two scrapes; the longest in common use. */
    private static final Duration LONGEST_SPACING = Duration.ofMinutes(1);

    private final Selection selection;
    private final Instant anchor;
    private final Instant readFrom;
    private final Map<String, Instant> created;
    private final Map<CounterKey, Counter> counters;
    private final Map<Endpoint, Long> firstScrapes;
    private final Map<String, Long> lastUp;
    private final Set<String> valuesThatCounted;
    private final Restarts restarts;
    private final L ledger;
    private Instant readUntil;

    /** Nothing was read yet; samples up to {@code readUntil} are of no interest. */
    CounterWindow(Selection selection, L ledger, Instant anchor, Instant readUntil) {
        this.selection = selection;
        this.ledger = ledger;
        this.anchor = anchor;
        this.readFrom = readUntil;
        this.readUntil = readUntil;
        this.created = new HashMap<>();
        this.counters = new HashMap<>();
        this.firstScrapes = new HashMap<>();
        this.lastUp = new HashMap<>();
        this.valuesThatCounted = new HashSet<>();
        this.restarts = new Restarts();
    }

    private CounterWindow(CounterWindow<L> other) {
        this.selection = other.selection;
        this.ledger = other.ledger.copy();
        this.anchor = other.anchor;
        this.readFrom = other.readFrom;
        this.readUntil = other.readUntil;
        this.created = new HashMap<>(other.created);
        this.counters = new HashMap<>(other.counters);
        this.firstScrapes = new HashMap<>(other.firstScrapes);
        this.lastUp = new HashMap<>(other.lastUp);
        this.valuesThatCounted = new HashSet<>(other.valuesThatCounted);
        this.restarts = other.restarts.copy();
    }

    CounterWindow<L> copy() {
        return new CounterWindow<>(this);
    }

    Instant readUntil() {
        return readUntil;
    }

    L ledger() {
        return ledger;
    }

    /** Remembers when pods were created, also for the time after they are gone. */
    void know(List<ObservedPod> pods) {
        for (var pod : pods) created.put(pod.name(), pod.created());
    }

    /** Reads the samples after {@link #readUntil()} up to {@code until}; all of them must be in {@code series}. */
    void read(List<TimeSeries> series, Instant until) {
        var batch = Scrape.batch(series, selection, readUntil, until);
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
        ledger.settle(until);
    }

    boolean has(CounterKey key) {
        return counters.containsKey(key);
    }

    /** The values of the track's label of all counters that were seen. */
    Set<String> values() {
        var values = new HashSet<String>();
        for (var key : counters.keySet()) values.add(key.label(selection.label()));
        return values;
    }

    /** Those whose counters rose since the anchor. */
    Set<String> valuesThatCounted() {
        return Set.copyOf(valuesThatCounted);
    }

    boolean isOfBothTracks(String value) {
        return selection.jit().match(value) && selection.aot().match(value);
    }

    /** How current what is known of these pods is. */
    Freshness freshness(Set<String> pods) {
        return Freshness.of(pods::contains, counters, lastUp);
    }

    /** How current what is known of anything is. */
    Freshness freshness() {
        return Freshness.of(_ -> true, counters, lastUp);
    }

    /** The time between two scrapes: of the tracks the longer, each by the median of its counters; 0 when it is not known yet. */
    long spacingMillis() {
        return Math.max(spacingMillis(selection.jit()), spacingMillis(selection.aot()));
    }

    private long spacingMillis(TrackNames track) {
        return Freshness.spacingMillis(counters, key -> track.match(key.label(selection.label())));
    }

    private void noteRestarts(CounterKey key, List<Scrape> scrapes) {
        var before = counters.getOrDefault(key, Counter.first(scrapes.getFirst()));
        for (var scrape : scrapes) {
            if (!before.accepts(scrape)) continue;
            if (before.fell(scrape)) restarts.note(key.origin(selection), before, scrape);
            before = before.then(scrape);
        }
    }

    private void take(CounterKey key, Scrape scrape) {
        var before = counters.get(key);
        if (before == null) {
            counters.put(key, Counter.first(scrape));
            if (startsFromZero(key, scrape)) count(key, scrape.atMillis(), scrape.value());
        } else if (before.accepts(scrape)) {
            counters.put(key, before.then(scrape));
            var anew = restarts.between(key.origin(selection), before, scrape);
            count(key, scrape.atMillis(), anew ? scrape.value() : scrape.value() - before.value());
        }
    }

    private boolean startsFromZero(CounterKey key, Scrape first) {
        return firstScrapes.getOrDefault(key.endpoint(), first.atMillis()) < first.atMillis()
                || created.getOrDefault(key.pod(), Instant.MIN).isAfter(anchor);
    }

    private void count(CounterKey key, long atMillis, long amount) {
        if (atMillis <= anchor.toEpochMilli() || amount == 0) return;
        var value = key.label(selection.label());
        var aot = selection.aot().match(value);
        if (!aot && !selection.jit().match(value)) return;
        valuesThatCounted.add(value);
        ledger.add(new Increase(key, aot, atMillis, amount, created(key)));
    }

    /** Of a pod that was gone before anybody knew it, its first scrape, unless that may be just where reading began. */
    private Instant created(CounterKey key) {
        var firstScrape = firstScrapes.getOrDefault(key.endpoint(), Long.MIN_VALUE);
        var seenFrom = readFrom.plus(LONGEST_SPACING).toEpochMilli();
        return created.getOrDefault(
                key.pod(), firstScrape > seenFrom ? Instant.ofEpochMilli(firstScrape) : Instant.MIN);
    }
}
