package dev.aotrollout.observe;

import static dev.aotrollout.observe.ContainerSeries.figure;

import dev.aotrollout.judge.Latencies;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The histograms of both tracks since the anchor, for the report: what each bucket counted from one look to the next, added up. A
 * bucket that is new or fell counts from 0; what a process counted between the last look and its end is not in it.
 */
final class LatenciesReader {
    private static final String JIT = "jit";
    private static final String AOT = "aot";

    private Optional<Key> key = Optional.empty();
    private Instant readUntil = Instant.MIN;
    private final NavigableMap<Double, Double> jit = new TreeMap<>();
    private final NavigableMap<Double, Double> aot = new TreeMap<>();

    /** What makes a window another one. */
    private record Key(Profile profile, Selection selection, Instant start) {}

    Reading<Latencies> read(MetricSource source, MetricsRequest request, Instant now) {
        var profile = request.profile();
        if (profile.latency().isEmpty()) return new Reading.Missing<>("the profile has no histogram of latency");
        if (!request.timing().isAnchored()) return new Reading.Missing<>("the first step has not begun", true);
        var selection = Selection.ofRequests(profile, request.tracks().withoutPods());
        adopt(new Key(profile, selection, CounterReader.start(request.timing(), now)), now);
        var since = Duration.between(readUntil, now);
        if (since.isPositive()) {
            var result = source.query(promql(selection, since), now);
            if (result instanceof Unavailable(var why, var _)) return new Reading.Missing<>(why);
            if (result instanceof Series(var all)) add(profile, all);
            readUntil = now;
        }
        return latencies(profile, now);
    }

    private void adopt(Key wanted, Instant now) {
        if (Optional.of(wanted).equals(key) && !readUntil.isAfter(now)) return;
        key = Optional.of(wanted);
        readUntil = wanted.start();
        jit.clear();
        aot.clear();
    }

    private static String promql(Selection selection, Duration since) {
        return figure(JIT, sum(selection, selection.jit(), since)) + " or "
                + figure(AOT, sum(selection, selection.aot(), since));
    }

    /** Exact, other than {@code increase}: two values of each bucket, nothing extrapolated, a new series not lost. */
    private static String sum(Selection selection, TrackNames track, Duration since) {
        var bucket = selection.selector(selection.bucket(), track.regex(), "");
        return "sum by (le) (max without (%s) ((%s - %s offset %sms >= 0) or %s))"
                .formatted(String.join(",", selection.jobLabels()), bucket, bucket, since.toMillis(), bucket);
    }

    private void add(Profile profile, List<TimeSeries> all) {
        for (var series : all) {
            var bound = profile.latencyUnit().seconds(HistogramBounds.parse(series.label("le")));
            if (Double.isNaN(bound)) continue;
            var track = series.label("figure").equals(AOT) ? aot : jit;
            for (var sample : series.samples())
                if (Double.isFinite(sample.value())) track.merge(bound, sample.value(), Double::sum);
        }
    }

    private Reading<Latencies> latencies(Profile profile, Instant now) {
        if (jit.isEmpty() && aot.isEmpty())
            return new Reading.Missing<>(
                    "no %s series: the histogram is not exported".formatted(profile.latencyBucket()));
        var bounds = new ArrayList<>(jit.isEmpty() ? aot.keySet() : jit.keySet());
        if (!aot.isEmpty()) bounds.retainAll(aot.keySet());
        bounds.remove(Double.POSITIVE_INFINITY);
        return new Reading.Known<>(new Latencies(bounds, apart(jit, bounds), apart(aot, bounds)), now);
    }

    /** Cumulated counts become those of each bucket by itself; the last is beyond all bounds. */
    private static List<Long> apart(NavigableMap<Double, Double> cumulated, List<Double> bounds) {
        var counts = new ArrayList<Long>();
        var below = 0L;
        for (var bound : bounds) {
            var upTo = Math.max(below, Math.round(cumulated.getOrDefault(bound, 0.0)));
            counts.add(upTo - below);
            below = upTo;
        }
        counts.add(Math.max(0, Math.round(cumulated.getOrDefault(Double.POSITIVE_INFINITY, 0.0)) - below));
        return counts;
    }
}
