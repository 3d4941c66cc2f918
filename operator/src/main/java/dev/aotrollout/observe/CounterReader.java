package dev.aotrollout.observe;

import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps one {@link CounterWindow} up to date. What was read is kept only for speed: a new reader asked about the same instant reads
 * the whole window and gives the same answer. Used by one thread at a time.
 */
final class CounterReader<L extends Ledger<L>> {
    /** So far before the anchor a scrape can be a baseline: Prometheus itself calls a series gone after this. */
    private static final Duration BASELINE = Duration.ofMinutes(5);
    /** Samples may arrive this late; the newest stretch is read again with each look. */
    private static final Duration LATENESS = Duration.ofSeconds(60);
    /** Traffic of a rollout whose step has no weight yet. */
    private static final Duration UNANCHORED = Duration.ofSeconds(60);
    /** Raw samples of an older window are mostly gone; the window's start then moves on in whole days. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration LONGEST_STRETCH = Duration.ofHours(2);
    private static final Duration SHORTEST_STRETCH = Duration.ofMinutes(2);
    private static final int FEW_SAMPLES = 50_000;
    private static final int MANY_SAMPLES = 400_000;
    /** A look back over a long window is spread over several polls, so that it does not hold a thread for minutes. */
    private static final int STRETCHES_PER_POLL = 24;

    private final Selection selection;
    private final Instant start;
    private final CounterWindow<L> settled;
    private CounterWindow<L> newest;
    private Duration stretch = Duration.ofMinutes(15);

    /** Reads what was counted since {@code start}. */
    CounterReader(Selection selection, Instant start, L empty) {
        this.selection = selection;
        this.start = start;
        this.settled = new CounterWindow<>(selection, empty, start, start.minus(BASELINE));
        this.newest = settled;
    }

    /** Where the window of a request begins that is asked at {@code now}. */
    static Instant start(Timing timing, Instant now) {
        if (!timing.isAnchored()) return now.minus(UNANCHORED);
        var surplus = Duration.between(timing.anchor(), now.minus(LONGEST));
        return surplus.isPositive() ? timing.anchor().plus(Duration.ofDays(surplus.toDays())) : timing.anchor();
    }

    /** Sees the samples of each stretch; gives the trouble that keeps the reader from going on. */
    @FunctionalInterface
    interface Witness {
        Optional<String> see(List<TimeSeries> all, Duration stretch, Instant until);
    }

    /** Why there is no answer yet. */
    record Trouble(String why, boolean pending) {}

    /** What was read so far. */
    CounterWindow<L> window() {
        return newest;
    }

    /** Whether what was read lies before {@code now}; else time went back. */
    boolean precedes(Instant now) {
        return !settled.readUntil().isAfter(now);
    }

    void know(Tracks tracks) {
        settled.know(tracks.jit().pods());
        settled.know(tracks.aot().pods());
    }

    /** Reads up to {@code now}; the histogram at the bounds that {@code leRegex} matches. */
    Optional<Trouble> catchUp(MetricSource source, String leRegex, Instant now, Witness witness) {
        for (var i = 0; i < STRETCHES_PER_POLL; i++) {
            var from = settled.readUntil();
            var last = !from.plus(stretch).isBefore(now.minus(LATENESS));
            var until = last ? now : from.plus(stretch);
            var trouble = readStretch(
                    source.query(selection.samples(leRegex, Duration.between(from, until)), until),
                    until,
                    last,
                    witness);
            if (trouble.isPresent() || last) return trouble.map(why -> new Trouble(why, false));
        }
        return Optional.of(new Trouble(
                "reading the request counters since %s, at %s so far".formatted(start, settled.readUntil()), true));
    }

    /** Reads up to {@code until}; of the last stretch, what may still change is kept apart. */
    private Optional<String> readStretch(QueryResult result, Instant until, boolean last, Witness witness) {
        return switch (result) {
            case Unavailable(var why, var _) -> {
                stretch = atLeast(SHORTEST_STRETCH, stretch.dividedBy(2));
                yield Optional.of(why);
            }
            case Series(var all) -> {
                var length = Duration.between(settled.readUntil(), until);
                adapt(all);
                if (last) {
                    var settledUntil = until.minus(LATENESS);
                    if (settledUntil.isAfter(settled.readUntil())) settled.read(all, settledUntil);
                    newest = settled.copy();
                    newest.read(all, until);
                } else settled.read(all, until);
                yield witness.see(all, length, until);
            }
        };
    }

    private void adapt(List<TimeSeries> all) {
        var samples = all.stream().mapToInt(s -> s.samples().size()).sum();
        if (samples < FEW_SAMPLES) stretch = atMost(LONGEST_STRETCH, stretch.multipliedBy(2));
        if (samples > MANY_SAMPLES) stretch = atLeast(SHORTEST_STRETCH, stretch.dividedBy(2));
    }

    private static Duration atLeast(Duration floor, Duration value) {
        return value.compareTo(floor) < 0 ? floor : value;
    }

    private static Duration atMost(Duration ceiling, Duration value) {
        return value.compareTo(ceiling) > 0 ? ceiling : value;
    }
}
