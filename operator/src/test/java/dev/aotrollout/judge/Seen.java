package dev.aotrollout.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Evidence in the words of a test. Without further words: no traffic, half of the budget left, no pod. */
final class Seen {
    static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final double MEBI = 1024.0 * 1024;

    private final List<Bucket> buckets = new ArrayList<>();
    private double slowBound = 0.25;
    private Reading<Traffic> traffic;
    private Reading<Budget> budget = new Reading.Known<>(new Budget(10_000, 50), NOW);
    private double spentBefore;
    private List<PodMemory> jitMemory = List.of();
    private List<PodMemory> aotMemory = List.of();
    private Reading<Memory> memory;
    private final List<PodFacts> pods = new ArrayList<>();
    private Startups jitStartups = new Startups(List.of(), 1);
    private Startups aotStartups = new Startups(List.of(), 1);

    static Seen nothing() {
        return new Seen();
    }

    /** Requests in the bucket that began {@code secondsAgo}. */
    Seen requests(int secondsAgo, Counts jit, Counts aot) {
        buckets.add(new Bucket(NOW.minusSeconds(secondsAgo), jit, aot));
        buckets.sort((a, b) -> a.start().compareTo(b.start()));
        return this;
    }

    /** Ten seconds ago. */
    Seen requests(Counts jit, Counts aot) {
        return requests(10, jit, aot);
    }

    static Counts errors(long errors, long requests) {
        return new Counts(requests, errors, 0);
    }

    static Counts slow(long slow, long requests) {
        return new Counts(requests, 0, slow);
    }

    Seen slowBound(double seconds) {
        slowBound = seconds;
        return this;
    }

    Seen trafficMissing() {
        traffic = new Reading.Missing<>("prometheus: 503");
        return this;
    }

    Seen budgetMissing() {
        budget = new Reading.Missing<>("prometheus: 30 days take too long");
        return this;
    }

    Seen budget(double allowedErrors) {
        budget = new Reading.Known<>(new Budget(allowedErrors, 50), NOW);
        return this;
    }

    Seen spentBefore(double percent) {
        spentBefore = percent;
        return this;
    }

    Seen memoryMissing() {
        memory = new Reading.Missing<>("no series container_memory_working_set_bytes");
        return this;
    }

    Seen jitMemory(double... mebibytes) {
        jitMemory = memory("jit", mebibytes);
        return this;
    }

    Seen aotMemory(double... mebibytes) {
        aotMemory = memory("aot", mebibytes);
        return this;
    }

    Seen aotPeak(double mebibytes, double limitMebibytes) {
        aotMemory = List.of(new PodMemory("aot-1", 50 * MEBI, mebibytes * MEBI, limitMebibytes * MEBI));
        return this;
    }

    private static List<PodMemory> memory(String track, double... mebibytes) {
        return DoubleStream.of(mebibytes)
                .mapToObj(mean -> new PodMemory(track + "-" + mean, mean * MEBI, mean * MEBI, 0))
                .toList();
    }

    Seen pod(PodFacts pod) {
        pods.add(pod);
        return this;
    }

    Seen startups(List<Double> jit, List<Double> aot, double resolutionSeconds) {
        jitStartups = new Startups(jit, resolutionSeconds);
        aotStartups = new Startups(aot, resolutionSeconds);
        return this;
    }

    Evidence evidence() {
        var window = new StepWindow(
                2,
                25,
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                spentBefore,
                new StepWindow.Next(50, Duration.ofMinutes(5)));
        var metrics = new Metrics(
                traffic == null ? new Reading.Known<>(new Traffic(buckets, slowBound), NOW) : traffic,
                new Reading.Missing<>("not asked for"),
                budget,
                memory == null ? new Reading.Known<>(new Memory(jitMemory, aotMemory), NOW) : memory,
                new Reading.Missing<>("not asked for"),
                new Reading.Missing<>("not asked for"),
                new Reading.Missing<>("not asked for"),
                new Reading.Missing<>("not asked for"),
                Map.of());
        return new Evidence(NOW, window, metrics, new Pods(List.of(), pods, jitStartups, aotStartups, Parity.EQUAL));
    }
}
