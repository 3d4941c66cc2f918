package dev.aotrollout.observe;

import static dev.aotrollout.observe.ContainerSeries.figure;

import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Cpu;
import dev.aotrollout.judge.Cpu.PodCpu;
import dev.aotrollout.judge.PodTraffic;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Processor time of each warm pod and the requests that it answered in the same whole minutes since the anchor, of the last hour.
 * Both tracks begin in the same minute; a pod that became warm later begins later.
 */
final class CpuReader {
    private static final Duration BLOCK = Duration.ofSeconds(PodTraffic.BLOCK_SECONDS);
    /** Scrapes of what happened in a block may arrive so long after its end. */
    private static final Duration LATENESS = Duration.ofSeconds(30);
    /** A rate over fewer blocks is mostly the jitter of two scrapes. */
    private static final int FEWEST_BLOCKS = 2;

    private static final int MOST_BLOCKS = 60;
    private static final String SECONDS = "cpu";

    private CpuReader() {}

    static Reading<Cpu> read(MetricSource source, MetricsRequest request, Reading<Traffic> traffic, Instant now) {
        if (!(traffic instanceof Reading.Known<Traffic>(var requests, var _)))
            return new Reading.Missing<>("without traffic there is no processor time per request", true);
        var span = request.timing().isAnchored() ? span(request, now) : Optional.<Span>empty();
        if (span.isEmpty())
            return new Reading.Missing<>(
                    "processor time needs %s whole minutes in which both tracks have warm pods"
                            .formatted(FEWEST_BLOCKS),
                    true);
        var pods = pods(request, span.get());
        return switch (source.query(promql(request.tracks(), pods), span.get().end())) {
            case Unavailable(var why, var _) -> new Reading.Missing<>(why);
            case Series(var all) -> cpu(request, requests, span.get(), all, now);
        };
    }

    /** Blocks since {@code anchor}, by number; {@code last} is not part of it. */
    private record Span(Instant anchor, long first, long last) {
        Instant end() {
            return at(last);
        }

        Instant at(long block) {
            return anchor.plus(BLOCK.multipliedBy(block));
        }

        /** The first block of the span that begins at {@code instant} or later. */
        long from(Instant instant) {
            if (!instant.isAfter(at(first))) return first;
            var since = Duration.between(anchor, instant);
            return since.plus(BLOCK).minusMillis(1).dividedBy(BLOCK);
        }
    }

    private static Optional<Span> span(MetricsRequest request, Instant now) {
        // As the window of the traffic, whose blocks are counted.
        var anchor = CounterReader.start(request.timing(), now);
        var last = Math.max(0, Duration.between(anchor, now.minus(LATENESS)).dividedBy(BLOCK));
        var jit = firstWarm(request.tracks().jit(), request.timing());
        var aot = firstWarm(request.tracks().aot(), request.timing());
        if (jit.isEmpty() || aot.isEmpty()) return Optional.empty();
        var whole = new Span(anchor, Math.max(0, last - MOST_BLOCKS), last);
        var both = new Span(anchor, Math.max(whole.from(jit.get()), whole.from(aot.get())), last);
        return both.last() - both.first() < FEWEST_BLOCKS ? Optional.empty() : Optional.of(both);
    }

    private static Optional<Instant> firstWarm(TrackPods track, Timing timing) {
        return track.pods().stream()
                .map(pod -> PodWindow.warmSince(pod, timing))
                .min(Instant::compareTo);
    }

    private static List<PodWindow> pods(MetricsRequest request, Span span) {
        return Stream.of(request.tracks().jit(), request.tracks().aot())
                .flatMap(track -> windows(track, request, span).stream())
                .toList();
    }

    /** Where a gateway counted the requests, pods that became warm within the span would blur their share. */
    private static List<PodWindow> windows(TrackPods track, MetricsRequest request, Span span) {
        var fewest = request.profile().track().podAnswers() ? FEWEST_BLOCKS : span.last() - span.first();
        return track.pods().stream()
                .map(pod -> new PodWindow(
                        pod, BLOCK.multipliedBy(span.last() - span.from(PodWindow.warmSince(pod, request.timing())))))
                .filter(window -> window.length().dividedBy(BLOCK) >= fewest)
                .toList();
    }

    /** A restarted container has a series of its own, which is added; one of another scrape job is not. */
    private static String promql(Tracks tracks, List<PodWindow> pods) {
        var series = new ContainerSeries(tracks);
        var figures = new ArrayList<String>();
        PodWindow.byLength(pods)
                .forEach((length, names) -> figures.add(figure(
                        SECONDS,
                        "sum by (pod) (max without (%s) (increase(%s%s)))"
                                .formatted(
                                        String.join(",", Selection.OF_THE_JOB),
                                        series.of(ContainerSeries.CPU, names),
                                        PromQl.range(length)))));
        return String.join(" or ", figures);
    }

    private static Reading<Cpu> cpu(
            MetricsRequest request, Traffic traffic, Span span, List<TimeSeries> all, Instant now) {
        var seconds = ContainerSeries.values(all, SECONDS);
        if (seconds.isEmpty()) return new ContainerSeries(request.tracks()).none(ContainerSeries.CPU);
        var byPod = request.profile().track().podAnswers()
                && !(traffic.jitPods().isEmpty() && traffic.aotPods().isEmpty());
        Function<TrackPods, List<PodCpu>> measured = track -> {
            var ofAot = track.equals(request.tracks().aot());
            var windows = windows(track, request, span);
            var share = share(traffic, ofAot, span) / Math.max(1, windows.size());
            return windows.stream()
                    .filter(window -> seconds.containsKey(window.pod().name()))
                    .map(window -> new PodCpu(
                            window.pod().name(),
                            seconds.getOrDefault(window.pod().name(), 0.0),
                            byPod ? answered(ofAot ? traffic.aotPods() : traffic.jitPods(), window, span) : share))
                    .toList();
        };
        return new Reading.Known<>(
                new Cpu(
                        measured.apply(request.tracks().jit()),
                        measured.apply(request.tracks().aot())),
                now);
    }

    private static double answered(List<PodTraffic> pods, PodWindow window, Span span) {
        var first = span.last() - window.length().dividedBy(BLOCK);
        return pods.stream()
                .filter(pod -> pod.pod().equals(window.pod().name()))
                .flatMap(pod -> pod.blocks().stream().limit(span.last()).skip(first))
                .mapToLong(Counts::requests)
                .sum();
    }

    private static double share(Traffic traffic, boolean ofAot, Span span) {
        return traffic.buckets().stream()
                .filter(bucket -> !bucket.start().isBefore(span.at(span.first()))
                        && bucket.start().isBefore(span.end()))
                .map(ofAot ? Bucket::aot : Bucket::jit)
                .mapToLong(Counts::requests)
                .sum();
    }
}
