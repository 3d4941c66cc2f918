package dev.aotrollout.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
    private int step = 2;
    private int weight = 25;
    private Duration age = Duration.ofMinutes(5);
    private final List<RouteTraffic> routes = new ArrayList<>();
    private final List<PodTraffic> jitTraffic = new ArrayList<>();
    private final List<PodTraffic> aotTraffic = new ArrayList<>();
    private final List<PodFacts> jitPods = new ArrayList<>();
    private Reading<Latencies> latencies = new Reading.Missing<>("not asked for");
    private Reading<Cpu> cpu = new Reading.Missing<>("not asked for");
    private Reading<Exceptions> exceptions = new Reading.Missing<>("not asked for");
    private Reading<Identity> identity = new Reading.Missing<>("not asked for");
    private Reading<Coverage> coverage = new Reading.Missing<>("not asked for");
    private final Map<String, Reading<CustomValue>> custom = new HashMap<>();
    private Parity parity = Parity.EQUAL;

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

    /** The soak is five minutes. */
    Seen step(int number, int ofWeight, Duration since) {
        step = number;
        weight = ofWeight;
        age = since;
        return this;
    }

    /** All its requests in the last bucket. */
    Seen route(String route, Counts jit, Counts aot) {
        routes.add(new RouteTraffic(route, jit, aot, List.of(new Bucket(NOW.minusSeconds(10), jit, aot))));
        return this;
    }

    Seen jitTraffic(String pod, Counts... blocks) {
        jitTraffic.add(new PodTraffic(pod, List.of(blocks)));
        return this;
    }

    Seen aotTraffic(String pod, Counts... blocks) {
        aotTraffic.add(new PodTraffic(pod, List.of(blocks)));
        return this;
    }

    Seen memory(List<PodMemory> jit, List<PodMemory> aot) {
        jitMemory = jit;
        aotMemory = aot;
        return this;
    }

    Seen jitPod(PodFacts pod) {
        jitPods.add(pod);
        return this;
    }

    Seen latencies(List<Double> bounds, List<Long> jit, List<Long> aot) {
        latencies = new Reading.Known<>(new Latencies(bounds, jit, aot), NOW);
        return this;
    }

    /** Milliseconds of processor time per request, one number a pod, each with a thousand requests. */
    Seen cpu(List<Double> jit, List<Double> aot) {
        cpu = new Reading.Known<>(new Cpu(pods("jit", jit), pods("aot", aot)), NOW);
        return this;
    }

    private static List<Cpu.PodCpu> pods(String track, List<Double> millis) {
        return millis.stream()
                .map(m -> new Cpu.PodCpu(track + "-" + m, m, 1_000))
                .toList();
    }

    Seen thrown(String type, long jit, long aot) {
        var all = new ArrayList<Exceptions.Thrown>();
        if (exceptions instanceof Reading.Known<Exceptions>(var known, var _)) all.addAll(known.all());
        all.add(new Exceptions.Thrown(type, jit, aot));
        exceptions = new Reading.Known<>(new Exceptions(all), NOW);
        return this;
    }

    Seen identity(Identity.Build jit, Identity.Build aot) {
        identity = new Reading.Known<>(
                new Identity(
                        List.of(new Identity.PodIdentity("jit-1", jit, "dotnet_jit_compiled_methods_total 812")),
                        List.of(new Identity.PodIdentity("aot-1", aot, "dotnet_jit_compiled_methods_total 0"))),
                NOW);
        return this;
    }

    Seen coverage(List<Coverage.Signal> signals, List<Double> jitBounds, List<Double> aotBounds) {
        coverage = new Reading.Known<>(new Coverage(signals, jitBounds, aotBounds), NOW);
        return this;
    }

    Seen custom(String name, CustomValue value) {
        custom.put(name, new Reading.Known<>(value, NOW));
        return this;
    }

    Seen differs(String setting, String jit, String aot, boolean decisive) {
        parity = new Parity(List.of(new Parity.Difference(setting, jit, aot, decisive)));
        return this;
    }

    Evidence evidence() {
        var window = new StepWindow(
                step, weight, age, Duration.ofMinutes(5), spentBefore, new StepWindow.Next(50, Duration.ofMinutes(5)));
        var metrics = new Metrics(
                traffic == null
                        ? new Reading.Known<>(new Traffic(buckets, slowBound, routes, jitTraffic, aotTraffic), NOW)
                        : traffic,
                latencies,
                budget,
                memory == null ? new Reading.Known<>(new Memory(jitMemory, aotMemory), NOW) : memory,
                cpu,
                exceptions,
                identity,
                coverage,
                custom);
        return new Evidence(NOW, window, metrics, new Pods(jitPods, pods, jitStartups, aotStartups, parity));
    }
}
