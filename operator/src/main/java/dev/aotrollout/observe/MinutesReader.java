package dev.aotrollout.observe;

import dev.aotrollout.judge.Memory;
import dev.aotrollout.judge.PodMemory;
import dev.aotrollout.judge.PodMemory.Point;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The course of each warm pod's working set: the median of each minute of the last 6 hours. */
final class MinutesReader {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    private MinutesReader() {}

    /** By pod; the points of one pod are oldest first. */
    static Reading<Map<String, List<Point>>> read(MetricSource source, MetricsRequest request, Instant now) {
        var timing = request.timing();
        var warm = Stream.of(request.tracks().jit(), request.tracks().aot())
                .flatMap(track -> PodWindow.warm(track, timing, now, LONGEST, MINUTE).stream())
                // Without the time of its creation a pod has no minutes.
                .filter(window -> !window.pod().created().equals(Instant.MIN))
                .toList();
        if (warm.isEmpty()) return new Reading.Known<>(Map.of(), now);
        var longest = warm.stream().map(PodWindow::length).reduce(MINUTE, (a, b) -> a.compareTo(b) > 0 ? a : b);
        var pods = warm.stream().map(PodWindow::pod).toList();
        return switch (source.query(promql(request.tracks(), pods, longest), now)) {
            case Unavailable(var why, var _) -> new Reading.Missing<>(why);
            case Series(var all) -> new Reading.Known<>(points(pods, timing, all), now);
        };
    }

    /** {@code memory} with the course of the pods that have one. */
    static Reading<Memory> join(Reading<Memory> memory, Reading<Map<String, List<Point>>> minutes) {
        return memory instanceof Reading.Known<Memory>(var known, var asOf)
                        && minutes instanceof Reading.Known<Map<String, List<Point>>>(var byPod, var _)
                ? new Reading.Known<>(new Memory(join(known.jit(), byPod), join(known.aot(), byPod)), asOf)
                : memory;
    }

    private static List<PodMemory> join(List<PodMemory> pods, Map<String, List<Point>> minutes) {
        return pods.stream()
                .map(pod -> new PodMemory(
                        pod.pod(),
                        pod.meanBytes(),
                        pod.peakBytes(),
                        pod.limitBytes(),
                        pod.residentBytes(),
                        minutes.getOrDefault(pod.pod(), List.of())))
                .toList();
    }

    private static String promql(Tracks tracks, List<ObservedPod> pods, Duration longest) {
        var series = new ContainerSeries(tracks)
                .of(
                        ContainerSeries.WORKING_SET,
                        pods.stream().map(ObservedPod::name).toList());
        return "max by (pod) (quantile_over_time(0.5,%s%s))[%sms:%sms]"
                .formatted(series, PromQl.range(MINUTE), longest.toMillis(), MINUTE.toMillis());
    }

    /** A median looks back over its minute, all of which must be warm. */
    private static Map<String, List<Point>> points(List<ObservedPod> pods, Timing timing, List<TimeSeries> all) {
        var points = new HashMap<String, List<Point>>();
        for (var series : all)
            for (var pod : pods)
                if (series.label("pod").equals(pod.name())) {
                    var first = PodWindow.warmSince(pod, timing).plus(MINUTE);
                    points.put(
                            pod.name(),
                            series.samples().stream()
                                    .filter(sample -> !sample.at().isBefore(first))
                                    .filter(sample -> Double.isFinite(sample.value()) && sample.value() > 0)
                                    .map(sample -> new Point(minute(pod, sample.at()), sample.value()))
                                    .toList());
                }
        return points;
    }

    private static double minute(ObservedPod pod, Instant at) {
        return Duration.between(pod.created(), at).toMillis() / (double) MINUTE.toMillis();
    }
}
