package dev.aotrollout.observe;

import dev.aotrollout.observe.QueryResult.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Answers the queries of {@link Selection} from samples that a test recorded, as Prometheus would. */
final class RecordedPrometheus implements MetricSource {
    private static final Pattern MATCHER = Pattern.compile("(\\w+)(=~|=)\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern BOUNDS = Pattern.compile("count by \\((\\w+),le\\) \\(count_over_time\\((\\w+)\\{.*");
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+)ms]");

    private record Stored(Sample sample, Instant visibleAt) {}

    private final Map<Map<String, String>, List<Stored>> stored = new HashMap<>();
    private Instant clock = Instant.MAX;
    final List<String> queries = new ArrayList<>();

    /** Samples that arrive later than this are not there yet. */
    void setClock(Instant clock) {
        this.clock = clock;
    }

    void scrape(Map<String, String> labels, Instant at, double value) {
        arriveLate(labels, at, value, at);
    }

    void arriveLate(Map<String, String> labels, Instant at, double value, Instant visibleAt) {
        stored.computeIfAbsent(Map.copyOf(labels), _ -> new ArrayList<>())
                .add(new Stored(new Sample(at, value), visibleAt));
    }

    @Override
    public QueryResult query(String promql, Instant at) {
        queries.add(promql);
        var bounds = BOUNDS.matcher(promql);
        if (bounds.matches()) return bounds(promql, at, bounds.group(1), bounds.group(2));
        if (promql.startsWith("{__name__=~") && promql.endsWith("ms]")) return new Series(select(promql, at));
        return new Series(List.of());
    }

    private QueryResult bounds(String promql, Instant at, String label, String bucket) {
        var rows = new TreeMap<String, TimeSeries>();
        for (var series : select(promql, at)) {
            if (!series.label("__name__").equals(bucket)) continue;
            var labels = Map.of(label, series.label(label), "le", series.label("le"));
            rows.put(labels.toString(), new TimeSeries(labels, List.of(new Sample(at, 1))));
        }
        return new Series(List.copyOf(rows.values()));
    }

    private List<TimeSeries> select(String promql, Instant at) {
        var range = RANGE.matcher(promql);
        if (!range.find()) throw new IllegalArgumentException(promql);
        var from = at.minus(Duration.ofMillis(Long.parseLong(range.group(1))));
        var found = new ArrayList<TimeSeries>();
        stored.forEach((labels, samples) -> {
            if (!matches(labels, promql)) return;
            // Both ends included, as in Prometheus 2.
            var inRange = samples.stream()
                    .filter(s -> !s.visibleAt().isAfter(clock))
                    .map(Stored::sample)
                    .filter(s -> !s.at().isBefore(from) && !s.at().isAfter(at))
                    .sorted((a, b) -> a.at().compareTo(b.at()))
                    .toList();
            if (!inRange.isEmpty()) found.add(new TimeSeries(labels, inRange));
        });
        return found;
    }

    private static boolean matches(Map<String, String> labels, String promql) {
        var matcher = MATCHER.matcher(promql);
        while (matcher.find()) {
            var value = labels.getOrDefault(matcher.group(1), "");
            var wanted = matcher.group(3).replaceAll("\\\\(.)", "$1");
            if (matcher.group(2).equals("=") ? !value.equals(wanted) : !value.matches(wanted)) return false;
        }
        return true;
    }
}
