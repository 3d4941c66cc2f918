package dev.aotrollout.observe;

import static dev.aotrollout.observe.ContainerSeries.figure;

import dev.aotrollout.judge.Memory;
import dev.aotrollout.judge.PodMemory;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Working set and resident set of each warm pod, over the part of the step that is at most an hour old. A pod with duplicate series
 * (a restarted container, two scrape jobs) counts once, with the larger value.
 */
final class MemoryReader {
    private static final Duration SHORTEST = Duration.ofSeconds(15);
    /** Where cAdvisor is scraped too rarely for a shorter window to hold a sample. */
    private static final Duration WIDENED = Duration.ofMinutes(2);

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String MEAN = "mean";
    private static final String PEAK = "peak";
    private static final String RESIDENT = "resident";

    private MemoryReader() {}

    static Reading<Memory> read(MetricSource source, MetricsRequest request, Instant now) {
        var window = window(request.timing(), now);
        var result = ask(source, request, window, now);
        var warm = warm(request, window, now);
        if (result instanceof Series(var all) && window.compareTo(WIDENED) < 0 && podsIn(all) < warm.size())
            result = ask(source, request, WIDENED, now);
        return switch (result) {
            case Unavailable(var why, var _) -> new Reading.Missing<>(why);
            case Series(var all) -> {
                var tracks = request.tracks();
                var memory = new Memory(measured(tracks.jit(), warm, all), measured(tracks.aot(), warm, all));
                yield !warm.isEmpty() && podsIn(all) == 0
                        ? new ContainerSeries(tracks).none(ContainerSeries.WORKING_SET)
                        : new Reading.Known<>(memory, now);
            }
        };
    }

    private static QueryResult ask(MetricSource source, MetricsRequest request, Duration window, Instant now) {
        var warm = warm(request, window, now);
        return warm.isEmpty() ? new Series(List.of()) : source.query(promql(request.tracks(), warm), now);
    }

    private static List<PodWindow> warm(MetricsRequest request, Duration window, Instant now) {
        var tracks = request.tracks();
        return Stream.of(tracks.jit(), tracks.aot())
                .flatMap(track -> PodWindow.warm(track, request.timing(), now, window, SHORTEST).stream())
                .toList();
    }

    private static Duration window(Timing timing, Instant now) {
        if (!timing.isAnchored()) return WIDENED;
        var step = Duration.between(timing.anchor(), now);
        if (step.compareTo(SHORTEST) < 0) return SHORTEST;
        return step.compareTo(LONGEST) > 0 ? LONGEST : step;
    }

    /** {@code and on (pod)} drops pods that have no current sample: a mean of the past must not pass for the present. */
    private static String promql(Tracks tracks, List<PodWindow> warm) {
        var series = new ContainerSeries(tracks);
        var figures = new ArrayList<String>();
        PodWindow.byLength(warm).forEach((length, pods) -> {
            var workingSet = series.of(ContainerSeries.WORKING_SET, pods) + PromQl.range(length);
            var residentSet = series.of(ContainerSeries.RESIDENT_SET, pods) + PromQl.range(length);
            figures.add(figure(MEAN, "max by (pod) (avg_over_time(" + workingSet + "))"));
            figures.add(figure(PEAK, "max by (pod) (max_over_time(" + workingSet + "))"));
            figures.add(figure(RESIDENT, "max by (pod) (avg_over_time(" + residentSet + "))"));
        });
        var names = warm.stream().map(window -> window.pod().name()).toList();
        return figures.stream().collect(Collectors.joining(" or ", "(", ")")) + " and on (pod) "
                + series.of(ContainerSeries.WORKING_SET, names);
    }

    private static int podsIn(List<TimeSeries> all) {
        return ContainerSeries.values(all, MEAN).size();
    }

    private static List<PodMemory> measured(TrackPods track, List<PodWindow> warm, List<TimeSeries> all) {
        var means = ContainerSeries.values(all, MEAN);
        var peaks = ContainerSeries.values(all, PEAK);
        var residents = ContainerSeries.values(all, RESIDENT);
        return warm.stream()
                .map(PodWindow::pod)
                .filter(pod -> track.pods().contains(pod) && means.containsKey(pod.name()))
                .map(pod -> new PodMemory(
                        pod.name(),
                        means.getOrDefault(pod.name(), 0.0),
                        peaks.getOrDefault(pod.name(), means.getOrDefault(pod.name(), 0.0)),
                        pod.limitBytes(),
                        residents.getOrDefault(pod.name(), 0.0),
                        List.of()))
                .toList();
    }
}
