package dev.aotrollout.benchmark;

import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Coverage;
import dev.aotrollout.judge.Cpu;
import dev.aotrollout.judge.Exceptions;
import dev.aotrollout.judge.Identity;
import dev.aotrollout.judge.Memory;
import dev.aotrollout.judge.Metrics;
import dev.aotrollout.judge.PodTraffic;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Prometheus would say of the present step, kept so that a look costs little: buckets each tick, the rest more rarely. */
final class Sight {
    private static final double SLOW_BOUND_SECONDS = 0.25;
    private static final double OBJECTIVE_ERRORS = 0.001;
    private static final double MONTH_SECONDS = 30 * 86_400.0;
    private static final List<Double> BOUNDS = List.of(0.1, SLOW_BOUND_SECONDS, 0.5, 1.0);

    private final Budget budget;
    private final boolean manyRoutes;
    private final List<Bucket> buckets = new ArrayList<>();
    private List<Bucket> seen = List.of();
    private Counts jit = Counts.ZERO;
    private Counts aot = Counts.ZERO;
    private Bucket pending;
    private boolean missing;
    private List<PodTraffic> jitTraffic = List.of();
    private List<PodTraffic> aotTraffic = List.of();
    private Memory memory = new Memory(List.of(), List.of());
    private Cpu cpu = new Cpu(List.of(), List.of());
    private Identity identity = new Identity(List.of(), List.of());

    Sight(Scene scene) {
        budget = new Budget(OBJECTIVE_ERRORS * scene.load().perSecond() * MONTH_SECONDS, 80);
        manyRoutes = scene.errors().routes() > 0;
    }

    void beginStep() {
        buckets.clear();
        seen = List.of();
        jit = Counts.ZERO;
        aot = Counts.ZERO;
        pending = null;
        jitTraffic = List.of();
        aotTraffic = List.of();
    }

    /** Counters go on through a gap: what passed in it comes with the first scrape after it, in one bucket. */
    void see(Requests.Drawn drawn, boolean missing) {
        this.missing = missing;
        var start = pending == null ? drawn.start() : pending.start();
        var before = pending == null ? new Bucket(start, Counts.ZERO, Counts.ZERO) : pending;
        pending = new Bucket(
                start,
                before.jit().plus(drawn.jit().counts()),
                before.aot().plus(drawn.aot().counts()));
        if (missing) return;
        buckets.add(pending);
        jit = jit.plus(pending.jit());
        aot = aot.plus(pending.aot());
        pending = null;
        seen = List.copyOf(buckets);
    }

    void seeTraffic(List<SimulatedPod> jitPods, List<SimulatedPod> aotPods, int minutesOfStep) {
        jitTraffic = jitPods.stream().map(pod -> pod.traffic(minutesOfStep)).toList();
        aotTraffic = aotPods.stream().map(pod -> pod.traffic(minutesOfStep)).toList();
    }

    void seeGauges(List<SimulatedPod> jitPods, List<SimulatedPod> aotPods, int minutesOfStep) {
        memory = new Memory(
                jitPods.stream().map(pod -> pod.memory(minutesOfStep)).toList(),
                aotPods.stream().map(pod -> pod.memory(minutesOfStep)).toList());
        cpu = new Cpu(
                jitPods.stream().map(SimulatedPod::cpu).toList(),
                aotPods.stream().map(SimulatedPod::cpu).toList());
        identity = new Identity(proven(jitTraffic, Identity.Build.JIT), proven(aotTraffic, Identity.Build.AOT));
    }

    private static List<Identity.PodIdentity> proven(List<PodTraffic> pods, Identity.Build build) {
        return pods.stream()
                .map(pod -> new Identity.PodIdentity(pod.pod(), build, "dotnet_jit_compiled_methods_total"))
                .toList();
    }

    Metrics metrics(Instant now, RouteBook routes) {
        if (missing) return Metrics.missing("prometheus: 503");
        var traffic = new Traffic(
                seen, SLOW_BOUND_SECONDS, manyRoutes ? routes.traffic(jit, aot) : List.of(), jitTraffic, aotTraffic);
        return new Metrics(
                new Reading.Known<>(traffic, now),
                new Reading.Missing<>("only for the report"),
                new Reading.Known<>(budget, now),
                memory.jit().isEmpty() ? new Reading.Missing<>("not read yet", true) : new Reading.Known<>(memory, now),
                cpu.jit().isEmpty() ? new Reading.Missing<>("not read yet", true) : new Reading.Known<>(cpu, now),
                new Reading.Known<>(new Exceptions(List.of()), now),
                new Reading.Known<>(identity, now),
                new Reading.Known<>(new Coverage(List.of(), BOUNDS, BOUNDS), now),
                Map.of());
    }
}
