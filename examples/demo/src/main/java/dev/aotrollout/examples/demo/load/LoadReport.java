package dev.aotrollout.examples.demo.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sums over the requests of one run.
 *
 * @param failuresByKind keyed by status, or by why there was no response
 * @param seconds one entry for each second that had requests
 * @param failedAt when failing responses arrived, earliest first, by the track that gave them
 * @param largestLag how far the generator itself fell behind its schedule
 */
public record LoadReport(
        int requests,
        int failed,
        Map<String, Long> failuresByKind,
        Map<Track, Long> failuresByTrack,
        Map<Route, Long> failuresByRoute,
        List<Second> seconds,
        Map<Track, List<Instant>> failedAt,
        Map<Track, Quantiles> latencies,
        Duration largestLag) {

    /** The requests that were due in one second. */
    public record Second(Instant start, int requests, int failed, int jit, int aot) {
        /** Percent of the answers that came from AOT; 0 without answers. */
        public double aotPercent() {
            return jit + aot == 0 ? 0 : 100.0 * aot / (jit + aot);
        }
    }

    public LoadReport {
        failuresByKind = Map.copyOf(failuresByKind);
        failuresByTrack = Map.copyOf(failuresByTrack);
        failuresByRoute = Map.copyOf(failuresByRoute);
        seconds = List.copyOf(seconds);
        failedAt = Map.copyOf(failedAt);
        latencies = Map.copyOf(latencies);
    }

    /** From the first failing response to the last; zero where none failed. */
    public Duration failing() {
        return span(failedAt.values().stream().flatMap(List::stream).sorted().toList());
    }

    /** The same of those that one track gave. */
    public Duration failing(Track track) {
        return span(failedAt.getOrDefault(track, List.of()));
    }

    private static Duration span(List<Instant> sorted) {
        return sorted.isEmpty() ? Duration.ZERO : Duration.between(sorted.getFirst(), sorted.getLast());
    }

    /** Sums up. */
    public static LoadReport of(List<Sample> samples) {
        var failed = samples.stream().filter(s -> s.outcome().failed()).toList();
        return new LoadReport(
                samples.size(),
                failed.size(),
                counts(failed, s -> s.outcome().label()),
                counts(failed, s -> s.outcome().answeredBy()),
                counts(failed, Sample::route),
                bySecond(samples),
                failedAt(failed),
                latencies(samples),
                samples.stream().map(Sample::lag).max(Comparator.naturalOrder()).orElse(Duration.ZERO));
    }

    private static <K> Map<K, Long> counts(List<Sample> samples, Function<Sample, K> key) {
        return samples.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private static Map<Track, List<Instant>> failedAt(List<Sample> failed) {
        return failed.stream()
                .sorted(Comparator.comparing(Sample::ended))
                .collect(Collectors.groupingBy(
                        s -> s.outcome().answeredBy(), Collectors.mapping(Sample::ended, Collectors.toList())));
    }

    private static List<Second> bySecond(List<Sample> samples) {
        var bySecond = new TreeMap<Long, List<Sample>>();
        for (var sample : samples) {
            bySecond.computeIfAbsent(sample.scheduled().getEpochSecond(), _ -> new ArrayList<>())
                    .add(sample);
        }
        return bySecond.entrySet().stream()
                .map(e -> second(Instant.ofEpochSecond(e.getKey()), e.getValue()))
                .toList();
    }

    private static Second second(Instant start, List<Sample> samples) {
        var failed = (int) samples.stream().filter(s -> s.outcome().failed()).count();
        return new Second(start, samples.size(), failed, answers(samples, Track.JIT), answers(samples, Track.AOT));
    }

    private static int answers(List<Sample> samples, Track track) {
        return (int)
                samples.stream().filter(s -> s.outcome().answeredBy() == track).count();
    }

    private static Map<Track, Quantiles> latencies(List<Sample> samples) {
        var byTrack = new EnumMap<Track, Quantiles>(Track.class);
        for (var track : Track.values()) {
            var latencies = samples.stream()
                    .filter(s -> s.outcome().answeredBy() == track)
                    .map(Sample::latency)
                    .toList();
            if (!latencies.isEmpty()) {
                byTrack.put(track, Quantiles.of(latencies));
            }
        }
        return byTrack;
    }
}
