package dev.aotrollout.observe;

import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How far back JIT's figures reach without asking for more than is needed: the shorter of requests and memory. */
final class BaselineReader {
    private static final String REQUESTS = "requests";
    private static final String MEMORY = "memory";
    private static final int POINTS = 60;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private BaselineReader() {}

    static Reading<Duration> read(MetricSource source, MetricsRequest request, Instant now) {
        if (request.baseline().isZero()) return new Reading.Known<>(Duration.ZERO, now);
        return switch (source.query(promql(request), now)) {
            case Unavailable(var why, var _) -> new Reading.Missing<>(why);
            case Series(var all) -> shorter(age(all, REQUESTS), age(all, MEMORY), now);
        };
    }

    /** The time of the oldest sample in the window, as the age in seconds. */
    private static String promql(MetricsRequest request) {
        var tracks = request.tracks();
        var selection = Selection.ofRequests(request.profile(), tracks);
        var requests =
                selection.selector(request.profile().requests(), selection.jit().regex(), "");
        var memory = new ContainerSeries(tracks)
                .matching(
                        ContainerSeries.WORKING_SET,
                        TrackNames.ofPods(tracks.jit().deployment()).regex());
        var step = request.baseline().dividedBy(POINTS);
        var window = "[%dms:%dms]"
                .formatted(request.baseline().toMillis(), (step.compareTo(SHORTEST) < 0 ? SHORTEST : step).toMillis());
        return ContainerSeries.figure(REQUESTS, oldest(requests, window)) + " or "
                + ContainerSeries.figure(MEMORY, oldest(memory, window));
    }

    private static String oldest(String selector, String window) {
        return "time() - min(min_over_time(timestamp(" + selector + ")" + window + "))";
    }

    private static double age(List<TimeSeries> all, String figure) {
        return all.stream()
                .filter(series -> series.label("figure").equals(figure))
                .flatMap(series -> series.samples().stream())
                .mapToDouble(Sample::value)
                .filter(Double::isFinite)
                .max()
                .orElse(-1);
    }

    private static Reading<Duration> shorter(double requests, double memory, Instant now) {
        if (requests < 0) return new Reading.Missing<>("JIT has no requests in Prometheus");
        if (memory < 0) return new Reading.Missing<>("JIT has no memory figures in Prometheus");
        return new Reading.Known<>(Duration.ofSeconds((long) Math.min(requests, memory)), now);
    }
}
