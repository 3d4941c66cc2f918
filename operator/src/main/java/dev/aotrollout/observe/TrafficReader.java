package dev.aotrollout.observe;

import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps one {@link CounterWindow} up to date. What was read is kept only for speed: a new reader asked about the same instant reads
 * the whole window and gives the same answer. Used by one thread at a time.
 */
final class TrafficReader {
    /** So far before the anchor a scrape can be a baseline: Prometheus itself calls a series gone after this. */
    private static final Duration BASELINE = Duration.ofMinutes(5);
    /** Samples may arrive this late; the newest stretch is read again with each look. */
    private static final Duration LATENESS = Duration.ofSeconds(60);
    /** Traffic of a rollout whose step has no weight yet. */
    private static final Duration UNANCHORED = Duration.ofSeconds(60);

    private static final Duration FIRST_LOOK_AT_BOUNDS = Duration.ofMinutes(5);
    /** Raw samples of an older window are mostly gone; the window's start then moves on in whole days. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration LONGEST_STRETCH = Duration.ofHours(2);
    private static final Duration SHORTEST_STRETCH = Duration.ofMinutes(2);
    private static final int FEW_SAMPLES = 50_000;
    private static final int MANY_SAMPLES = 400_000;
    /** A look back over a long window is spread over several polls, so that it does not hold a thread for minutes. */
    private static final int STRETCHES_PER_POLL = 24;

    private static final int ATTEMPTS_AT_BOUND = 3;

    private Key key = Key.NONE;
    private HistogramBounds bounds = new HistogramBounds();
    private double bound;
    private String leRegex = "";
    private Duration stretch = Duration.ofMinutes(15);
    private CounterWindow settled = new CounterWindow(Key.NONE.counters(), Instant.EPOCH, Instant.EPOCH);
    private CounterWindow newest = settled;

    /** The traffic since the anchor, as known at {@code now}. */
    Reading<Traffic> read(MetricSource source, MetricsRequest request, Instant now) {
        adopt(request, now);
        for (var attempt = 0; attempt < ATTEMPTS_AT_BOUND; attempt++) {
            var trouble = catchUp(source, request, now);
            if (trouble.isPresent()) return trouble.get();
            var usedBefore = leRegex;
            choose(newest.podsThatAnswered());
            if (leRegex.equals(usedBefore)) return evaluate(request, now);
            restart();
        }
        return new Reading.Missing<>("the bounds of http_server_request_duration_seconds changed while they were read");
    }

    /** Starts anew where the window is another one than last time, or time went back. */
    private void adopt(MetricsRequest request, Instant now) {
        var wanted = Key.of(request, now);
        if (!wanted.hasTracksOf(key)) bounds = new HistogramBounds();
        var before = key;
        key = wanted;
        if (!wanted.equals(before) || settled.readUntil().isAfter(now)) restart();
    }

    private void restart() {
        settled = new CounterWindow(key.counters(), key.start(), key.start().minus(BASELINE));
        newest = settled;
    }

    private void choose(Set<String> pods) {
        bound = bounds.common(pods, key.thresholdSeconds());
        leRegex = bounds.leRegex(bound);
    }

    private Optional<Reading.Missing<Traffic>> catchUp(MetricSource source, MetricsRequest request, Instant now) {
        settled.know(request.tracks().jit().pods());
        settled.know(request.tracks().aot().pods());
        if (bounds.isEmpty()) {
            var trouble = learnBounds(source, Set.of(), FIRST_LOOK_AT_BOUNDS, now);
            if (trouble.isPresent()) return trouble.map(Reading.Missing::new);
            choose(Set.of());
        }
        for (var i = 0; i < STRETCHES_PER_POLL; i++) {
            var from = settled.readUntil();
            var last = !from.plus(stretch).isBefore(now.minus(LATENESS));
            var until = last ? now : from.plus(stretch);
            var trouble = readStretch(source, until, last);
            if (trouble.isPresent() || last) return trouble.map(Reading.Missing::new);
        }
        return Optional.of(new Reading.Missing<>(
                "reading the request counters since %s, at %s so far".formatted(key.start(), settled.readUntil()),
                true));
    }

    /** Reads up to {@code until}; of the last stretch, what may still change is kept apart. */
    private Optional<String> readStretch(MetricSource source, Instant until, boolean last) {
        var length = Duration.between(settled.readUntil(), until);
        return switch (source.query(key.counters().samples(leRegex, length), until)) {
            case Unavailable(var why, var _) -> {
                stretch = atLeast(SHORTEST_STRETCH, stretch.dividedBy(2));
                yield Optional.of(why);
            }
            case Series(var all) -> {
                adapt(all);
                var unknown = bounds.unknown(podsOf(all));
                if (last) {
                    var settledUntil = until.minus(LATENESS);
                    if (settledUntil.isAfter(settled.readUntil())) settled.read(all, settledUntil);
                    newest = settled.copy();
                    newest.read(all, until);
                } else settled.read(all, until);
                yield unknown.isEmpty() ? Optional.empty() : learnBounds(source, unknown, length, until);
            }
        };
    }

    private void adapt(List<TimeSeries> all) {
        var samples = all.stream().mapToInt(s -> s.samples().size()).sum();
        if (samples < FEW_SAMPLES) stretch = atMost(LONGEST_STRETCH, stretch.multipliedBy(2));
        if (samples > MANY_SAMPLES) stretch = atLeast(SHORTEST_STRETCH, stretch.dividedBy(2));
    }

    private Optional<String> learnBounds(MetricSource source, Set<String> pods, Duration length, Instant until) {
        var regex = pods.isEmpty() ? key.counters().bothTracks() : PromQl.anyOf(pods);
        return switch (source.query(key.counters().bounds(regex, length), until)) {
            case Unavailable(var why, var _) -> Optional.of(why);
            case Series(var rows) -> {
                bounds.learn(pods, rows);
                yield Optional.empty();
            }
        };
    }

    private Reading<Traffic> evaluate(MetricsRequest request, Instant now) {
        if (!request.timing().isAnchored()) bounds.retain(newest.pods());
        var traffic = newest.traffic(now, bound);
        return new TrafficCheck(request, newest, now).accept(traffic);
    }

    private static Set<String> podsOf(List<TimeSeries> all) {
        return all.stream()
                .filter(series -> series.label("__name__").equals(RequestCounters.COUNT))
                .map(series -> series.label("pod"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Duration atLeast(Duration floor, Duration value) {
        return value.compareTo(floor) < 0 ? floor : value;
    }

    private static Duration atMost(Duration ceiling, Duration value) {
        return value.compareTo(ceiling) > 0 ? ceiling : value;
    }

    /** What makes a window another one. */
    private record Key(String namespace, String jit, String aot, Instant start, double thresholdSeconds) {
        static final Key NONE = new Key("", "", "", Instant.EPOCH, 0);

        static Key of(MetricsRequest request, Instant now) {
            return new Key(
                    request.tracks().namespace(),
                    request.tracks().jit().deployment(),
                    request.tracks().aot().deployment(),
                    start(request, now),
                    request.slowThresholdSeconds());
        }

        RequestCounters counters() {
            return new RequestCounters(namespace, PodNames.of(jit), PodNames.of(aot));
        }

        boolean hasTracksOf(Key other) {
            return namespace.equals(other.namespace) && jit.equals(other.jit) && aot.equals(other.aot);
        }

        private static Instant start(MetricsRequest request, Instant now) {
            if (!request.timing().isAnchored()) return now.minus(UNANCHORED);
            var surplus = Duration.between(request.timing().anchor(), now.minus(LONGEST));
            return surplus.isPositive()
                    ? request.timing().anchor().plus(Duration.ofDays(surplus.toDays()))
                    : request.timing().anchor();
        }
    }
}
