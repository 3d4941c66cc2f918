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

/** The requests of both tracks since the anchor, with the histogram at the one bound that decides what is slow. */
final class TrafficReader {
    private static final Duration FIRST_LOOK_AT_BOUNDS = Duration.ofMinutes(5);
    private static final int ATTEMPTS_AT_BOUND = 3;

    private Optional<Key> key = Optional.empty();
    private HistogramBounds bounds = new HistogramBounds(Profile.Unit.SECONDS);
    private double bound;
    private String leRegex = "";
    private Optional<CounterReader<TrafficLedger>> reader = Optional.empty();

    /** The traffic since the anchor, as known at {@code now}. */
    Reading<Traffic> read(MetricSource source, MetricsRequest request, Instant now) {
        var wanted = Key.of(request, now);
        if (!key.map(wanted::hasSeriesOf).orElse(false))
            bounds = new HistogramBounds(request.profile().latencyUnit());
        if (!key.equals(Optional.of(wanted))) reader = Optional.empty();
        key = Optional.of(wanted);
        for (var attempt = 0; attempt < ATTEMPTS_AT_BOUND; attempt++) {
            var counters = reader.filter(r -> r.precedes(now)).orElseGet(wanted::reader);
            reader = Optional.of(counters);
            counters.know(request.tracks());
            var trouble = firstBounds(source, wanted, now);
            if (trouble.isPresent()) return new Reading.Missing<>(trouble.get());
            var unread = counters.catchUp(
                    source, leRegex, now, (all, length, until) -> newBounds(source, wanted, all, length, until));
            if (unread.isPresent())
                return new Reading.Missing<>(unread.get().why(), unread.get().pending());
            var usedBefore = leRegex;
            choose(wanted, counters.window().valuesThatCounted());
            if (leRegex.equals(usedBefore)) return evaluate(request, counters.window(), now);
            reader = Optional.empty();
        }
        return new Reading.Missing<>("the bounds of %s changed while they were read"
                .formatted(request.profile().latency()));
    }

    private void choose(Key wanted, Set<String> values) {
        bound = bounds.common(values, wanted.thresholdSeconds());
        leRegex = bounds.leRegex(bound);
    }

    private Optional<String> firstBounds(MetricSource source, Key wanted, Instant now) {
        if (!bounds.isEmpty() || wanted.profile().latency().isEmpty()) return Optional.empty();
        var trouble = learn(source, wanted, Set.of(), FIRST_LOOK_AT_BOUNDS, now);
        if (trouble.isEmpty()) choose(wanted, Set.of());
        return trouble;
    }

    private Optional<String> newBounds(
            MetricSource source, Key wanted, List<TimeSeries> all, Duration length, Instant until) {
        if (wanted.profile().latency().isEmpty()) return Optional.empty();
        var unknown = bounds.unknown(all.stream()
                .filter(series -> series.label("__name__")
                                .equals(wanted.profile().latencyCount())
                        || series.label("__name__").equals(wanted.profile().requests()))
                .map(series -> series.label(wanted.selection().label()))
                .collect(Collectors.toCollection(HashSet::new)));
        return unknown.isEmpty() ? Optional.empty() : learn(source, wanted, unknown, length, until);
    }

    private Optional<String> learn(
            MetricSource source, Key wanted, Set<String> values, Duration length, Instant until) {
        var selection = wanted.selection();
        var regex = values.isEmpty() ? selection.bothTracks() : PromQl.anyOf(values);
        return switch (source.query(selection.bounds(regex, length), until)) {
            case Unavailable(var why, var _) -> Optional.of(why);
            case Series(var rows) -> {
                bounds.learn(selection.label(), values, rows);
                yield Optional.empty();
            }
        };
    }

    private Reading<Traffic> evaluate(MetricsRequest request, CounterWindow<TrafficLedger> window, Instant now) {
        if (!request.timing().isAnchored()) bounds.retain(window.values());
        var traffic = window.ledger().traffic(window, now, bound);
        return new TrafficCheck(request, window, now).accept(traffic);
    }

    /** What makes a window another one. */
    private record Key(Profile profile, Selection selection, Instant start, Duration warmUp, double thresholdSeconds) {

        static Key of(MetricsRequest request, Instant now) {
            return new Key(
                    request.profile(),
                    Selection.ofRequests(request.profile(), request.tracks().withoutPods()),
                    CounterReader.start(request.timing(), now),
                    request.timing().warmUp(),
                    request.slowThresholdSeconds());
        }

        boolean hasSeriesOf(Key other) {
            return selection.equals(other.selection);
        }

        CounterReader<TrafficLedger> reader() {
            return new CounterReader<>(selection, start, new TrafficLedger(profile, warmUp, start));
        }
    }
}
