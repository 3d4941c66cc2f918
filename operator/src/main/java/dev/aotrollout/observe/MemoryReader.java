package dev.aotrollout.observe;

import dev.aotrollout.judge.Memory;
import dev.aotrollout.judge.PodMemory;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Working set of each pod that exists now, over the part of the step that is at most an hour old. A pod with duplicate series (a
 * restarted container, two scrape jobs) counts once, with the larger value. Used by one thread at a time.
 */
final class MemoryReader {
    private static final String METRIC = "container_memory_working_set_bytes";
    /** A younger pod is still filling its memory. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private static final Duration SHORTEST = Duration.ofSeconds(15);
    /** Where cAdvisor is scraped too rarely for a shorter window to hold a sample. */
    private static final Duration WIDENED = Duration.ofMinutes(2);

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String FIGURE = "figure";
    private static final String MEAN = "mean";
    private static final String PEAK = "peak";

    private Circuit circuit = Circuit.CLOSED;
    private String trouble = "";

    Reading<Memory> read(MetricSource source, MetricsRequest request, Instant now) {
        if (!circuit.permits(now)) return new Reading.Missing<>(circuit.explain(trouble));
        var jit = warm(request.tracks().jit(), now);
        var aot = warm(request.tracks().aot(), now);
        var names =
                Stream.concat(jit.stream(), aot.stream()).map(ObservedPod::name).toList();
        if (names.isEmpty()) return new Reading.Known<>(new Memory(List.of(), List.of()), now);
        var window = window(request, now);
        var result = source.query(promql(request, names, window), now);
        if (result instanceof Series(var all) && window.compareTo(WIDENED) < 0 && podsIn(all) < names.size())
            result = source.query(promql(request, names, WIDENED), now);
        return switch (result) {
            case Unavailable(var why, var _) -> {
                trouble = why;
                circuit = circuit.failed(now, request.timing().interval());
                yield new Reading.Missing<>(circuit.explain(why));
            }
            case Series(var all) -> {
                circuit = Circuit.CLOSED;
                yield podsIn(all) == 0
                        ? new Reading.Missing<>(noSeries(request))
                        : new Reading.Known<>(new Memory(measured(jit, all), measured(aot, all)), now);
            }
        };
    }

    private static String noSeries(MetricsRequest request) {
        return "no %s series for container %s in namespace %s: check that Prometheus scrapes the kubelets' cAdvisor"
                .formatted(
                        METRIC, request.tracks().container(), request.tracks().namespace());
    }

    private static List<ObservedPod> warm(TrackPods track, Instant now) {
        return track.pods().stream()
                .filter(pod -> !pod.created().isAfter(now.minus(WARM_UP)))
                .toList();
    }

    private static Duration window(MetricsRequest request, Instant now) {
        if (!request.timing().isAnchored()) return WIDENED;
        var step = Duration.between(request.timing().anchor(), now);
        if (step.compareTo(SHORTEST) < 0) return SHORTEST;
        return step.compareTo(LONGEST) > 0 ? LONGEST : step;
    }

    /** {@code and on (pod)} drops pods that have no current sample: a mean of the past must not pass for the present. */
    private static String promql(MetricsRequest request, List<String> pods, Duration window) {
        var selector = METRIC + "{namespace=" + PromQl.quoted(request.tracks().namespace()) + ",container="
                + PromQl.quoted(request.tracks().container()) + ",pod=~" + PromQl.quoted(PromQl.anyOf(pods)) + "}";
        return "(%s or %s) and on (pod) %s"
                .formatted(
                        figure(MEAN, "avg_over_time", selector, window),
                        figure(PEAK, "max_over_time", selector, window),
                        selector);
    }

    private static String figure(String name, String function, String selector, Duration window) {
        return "label_replace(max by (pod) (%s(%s%s)),\"%s\",\"%s\",\"\",\"\")"
                .formatted(function, selector, PromQl.range(window), FIGURE, name);
    }

    private static long podsIn(List<TimeSeries> all) {
        return values(all, MEAN).size();
    }

    private static List<PodMemory> measured(List<ObservedPod> pods, List<TimeSeries> all) {
        var means = values(all, MEAN);
        var peaks = values(all, PEAK);
        return pods.stream()
                .filter(pod -> means.containsKey(pod.name()))
                .map(pod -> new PodMemory(
                        pod.name(),
                        means.getOrDefault(pod.name(), 0.0),
                        peaks.getOrDefault(pod.name(), means.getOrDefault(pod.name(), 0.0)),
                        pod.limitBytes()))
                .toList();
    }

    private static Map<String, Double> values(List<TimeSeries> all, String figure) {
        var values = new HashMap<String, Double>();
        for (var series : all)
            for (var sample : series.samples())
                if (series.label(FIGURE).equals(figure) && Double.isFinite(sample.value()) && sample.value() > 0)
                    values.merge(series.label("pod"), sample.value(), Math::max);
        return values;
    }
}
