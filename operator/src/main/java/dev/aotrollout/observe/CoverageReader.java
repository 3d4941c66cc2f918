package dev.aotrollout.observe;

import static dev.aotrollout.observe.ContainerSeries.figure;

import dev.aotrollout.judge.Coverage;
import dev.aotrollout.judge.Coverage.Signal;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of the metrics that guards need each track has now, and with which bounds of the histogram. */
final class CoverageReader {
    private static final String JIT = "jit";
    private static final String AOT = "aot";

    private CoverageReader() {}

    static Reading<Coverage> read(MetricSource source, MetricsRequest request, Instant now) {
        return switch (source.query(promql(request), now)) {
            case Unavailable(var why, var _) -> new Reading.Missing<>(why);
            case Series(var all) -> new Reading.Known<>(coverage(request, all), now);
        };
    }

    private static String promql(MetricsRequest request) {
        var parts = new ArrayList<String>();
        selectors(request).forEach((metric, tracks) -> {
            var by = metric.equals(request.profile().latencyBucket()) ? "count by (le) (" : "count(";
            parts.add(figure(JIT + metric, by + tracks.jit() + ")"));
            parts.add(figure(AOT + metric, by + tracks.aot() + ")"));
        });
        return String.join(" or ", parts);
    }

    private record Selectors(String jit, String aot) {}

    private static Map<String, Selectors> selectors(MetricsRequest request) {
        var selectors = new LinkedHashMap<String, Selectors>();
        var profile = request.profile();
        var selection = Selection.ofRequests(profile, request.tracks());
        for (var metric : metrics(profile))
            selectors.put(
                    metric,
                    new Selectors(
                            selection.selector(metric, selection.jit().regex(), ""),
                            selection.selector(metric, selection.aot().regex(), "")));
        var container = new ContainerSeries(request.tracks());
        var memory = ContainerSeries.WORKING_SET;
        selectors.put(
                memory,
                new Selectors(
                        container.matching(
                                memory,
                                TrackNames.ofPods(request.tracks().jit().deployment())
                                        .regex()),
                        container.matching(
                                memory,
                                TrackNames.ofPods(request.tracks().aot().deployment())
                                        .regex())));
        return selectors;
    }

    private static List<String> metrics(Profile profile) {
        return profile.latency().isEmpty()
                ? List.of(profile.requests())
                : List.of(profile.requests(), profile.latencyBucket());
    }

    private static Coverage coverage(MetricsRequest request, List<TimeSeries> all) {
        var signals = selectors(request).keySet().stream()
                .map(metric -> new Signal(metric, has(all, JIT + metric), has(all, AOT + metric)))
                .toList();
        return new Coverage(signals, bounds(request.profile(), all, JIT), bounds(request.profile(), all, AOT));
    }

    private static boolean has(List<TimeSeries> all, String figure) {
        return all.stream().anyMatch(series -> series.label("figure").equals(figure));
    }

    private static List<Double> bounds(Profile profile, List<TimeSeries> all, String track) {
        return all.stream()
                .filter(series -> series.label("figure").equals(track + profile.latencyBucket()))
                .map(series -> profile.latencyUnit().seconds(HistogramBounds.parse(series.label("le"))))
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toList();
    }
}
