package dev.aotrollout.benchmark;

import dev.aotrollout.judge.Evidence;
import dev.aotrollout.judge.Parity;
import dev.aotrollout.judge.PodFacts;
import dev.aotrollout.judge.Pods;
import dev.aotrollout.judge.Startups;
import dev.aotrollout.judge.StepWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One rollout, drawn tick by tick from its {@link Scene}: the same for everybody who judges it. */
final class World {
    static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
    private static final double JIT_START_SECONDS = 12;
    /** Kubernetes stamps whole seconds, and the probe looks each second. */
    private static final double RESOLUTION_SECONDS = 2;

    private static final double GAP_SECONDS = 10;
    /** What is known of memory and processor time changes slowly; it is read anew so often. */
    private static final int GAUGE_MINUTES = 5;

    private final Scene scene;
    private final Chance chance;
    private final Requests requests;
    private final List<SimulatedPod> jit = new ArrayList<>();
    private final List<SimulatedPod> aot = new ArrayList<>();
    private final List<Double> jitStarts = new ArrayList<>();
    private final List<Double> aotStarts = new ArrayList<>();
    private final List<Tick> ticks = new ArrayList<>();
    private final Sight sight;
    private final double dayPhase;
    private int second;
    private int phase = -1;
    private int phaseBegan;
    private double nextGap;
    private double gapEnds;

    World(Scene scene, Chance chance) {
        this.scene = scene;
        this.chance = chance;
        requests = new Requests(scene, chance);
        sight = new Sight(scene);
        dayPhase = chance.uniform();
        nextGap = gap();
        for (var i = 0; i < scene.fleet().jit(); i++) add(jit, jitStarts, "jit-" + i, 1);
        beginPhase();
    }

    private double gap() {
        var perHour = scene.load().gapsPerHour();
        return perHour == 0 ? Double.POSITIVE_INFINITY : second + chance.exponential(3600 / perHour);
    }

    private void add(List<SimulatedPod> track, List<Double> starts, String name, double times) {
        track.add(new SimulatedPod(name, second / 60, scene, chance));
        var deviation = scene.gauges().podDeviation();
        var started = chance.uniform();
        var ready = started + JIT_START_SECONDS * times * Math.exp(deviation * chance.normal());
        starts.add(Math.max(1, Math.ceil(ready) - Math.floor(started)));
    }

    private void beginPhase() {
        phase++;
        phaseBegan = second;
        for (var pod : jit) pod.beginStep();
        for (var pod : aot) pod.beginStep();
        while (aot.size() < scene.fleet().aotAt(weight()))
            add(aot, aotStarts, "aot-" + aot.size(), scene.gauges().startupTimes());
        sight.beginStep();
        requests.beginStep();
    }

    /** Lets ten seconds pass, unless the plan is over. */
    boolean advance() {
        if (second - phaseBegan >= scene.phases().get(phase).seconds()) {
            if (phase + 1 >= scene.phases().size()) return false;
            beginPhase();
        }
        var start = START.plusSeconds(second);
        second += Tick.SECONDS;
        var differs = second > scene.onsetSeconds();
        var perTick = scene.load().perSecond() * Tick.SECONDS * wave();
        var drawn = requests.draw(new Requests.Ask(start, second, perTick, weight() / 100.0, differs), jit, aot);
        if (second % 60 == 0) endMinute(differs);
        var missing = missing();
        sight.see(drawn, missing);
        ticks.add(new Tick(weight(), missing, side(drawn.jit(), jit), side(drawn.aot(), aot)));
        return true;
    }

    private double wave() {
        return 1 + scene.load().wave() * Math.sin(2 * Math.PI * (second / 86_400.0 + dayPhase));
    }

    private boolean missing() {
        if (second >= nextGap) {
            gapEnds = second + chance.uniform(GAP_SECONDS, 30 * GAP_SECONDS);
            nextGap = gapEnds + gap() - second;
        }
        return second < gapEnds;
    }

    private void endMinute(boolean differs) {
        var minute = second / 60;
        var gauges = scene.gauges();
        var hours = Math.max(0, second - scene.onsetSeconds()) / 3600.0;
        var grown = 1 + gauges.driftDeviations() * gauges.timeDeviation() * hours;
        for (var pod : jit) pod.endMinute(minute, 1, 1, chance);
        for (var pod : aot)
            pod.endMinute(minute, differs ? gauges.memoryTimes() * grown : 1, differs ? gauges.cpuTimes() : 1, chance);
        for (var pod : jit) pod.endBlock();
        for (var pod : aot) pod.endBlock();
        var minutesOfStep = (second - phaseBegan) / 60;
        sight.seeTraffic(jit, aot, minutesOfStep);
        if (minutesOfStep % GAUGE_MINUTES == 0) sight.seeGauges(jit, aot, minutesOfStep);
    }

    private static Tick.Side side(Requests.Side drawn, List<SimulatedPod> pods) {
        var memory = 0.0;
        var cpu = 0.0;
        var measured = 0;
        for (var pod : pods)
            if (pod.hasMinutes()) {
                memory += pod.memoryNow();
                cpu += pod.cpuPerRequestNow();
                measured++;
            }
        return new Tick.Side(
                drawn.counts().requests(),
                drawn.counts().errors(),
                drawn.logP99(),
                measured == 0 ? Double.NaN : memory / measured,
                measured == 0 ? Double.NaN : cpu / measured);
    }

    private int weight() {
        return scene.phases().get(phase).weight();
    }

    int second() {
        return second;
    }

    /** All ticks so far, oldest first. */
    List<Tick> ticks() {
        return Collections.unmodifiableList(ticks);
    }

    /** What the operator sees now. */
    Evidence evidence() {
        var now = START.plusSeconds(second);
        var soak = Duration.ofSeconds(scene.phases().get(phase).seconds());
        var step = new StepWindow(
                phase + 1,
                weight(),
                Duration.ofSeconds(second - phaseBegan),
                soak,
                0,
                new StepWindow.Next(weight(), soak));
        var pods = new Pods(
                facts(jit),
                facts(aot),
                new Startups(jitStarts, RESOLUTION_SECONDS),
                new Startups(aotStarts, RESOLUTION_SECONDS),
                Parity.EQUAL);
        return new Evidence(now, step, sight.metrics(now, requests.routes()), pods);
    }

    private static List<PodFacts> facts(List<SimulatedPod> pods) {
        return pods.stream().map(SimulatedPod::facts).toList();
    }
}
