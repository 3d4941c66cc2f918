package dev.aotrollout.simulation;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.judge.Parity;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Everything around the operator. */
final class Cluster {
    static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    static final int JIT_PODS = 6;

    final ApiServer api;
    final PodSet jit;
    final PodSet aot;
    final Gateway gateway = new Gateway();
    final Meter meter;
    boolean prometheusAnswers = true;
    double spentElsewherePercent;
    Parity parity = Parity.EQUAL;
    /** Requests a second that the error budget is made of. */
    double usualRequestsPerSecond = 100;

    private long now;

    Cluster(AotRollout rollout, boolean throughJson, SplittableRandom random) {
        api = new ApiServer(rollout, throughJson);
        var spec = rollout.getSpec();
        var service = spec.traffic().service();
        jit = new PodSet(service, Build.jit(), random.split());
        aot = new PodSet(service + "-aot", Build.aot(), random.split());
        var metrics = spec.metrics();
        var grid = new Meter.Grid(START, metrics.intervalSeconds(), metrics.warmUpSeconds(), RouteShare.SHOP);
        meter = new Meter(grid, new Chance(random.split()));
        jit.apply("r1", JIT_PODS);
        jit.settle();
    }

    long now() {
        return now;
    }

    Instant instant() {
        return START.plusSeconds(now);
    }

    /** The next second in which something changes by itself. */
    long nextChange() {
        return Math.min(gateway.nextChange(now), Math.min(jit.nextChange(now), aot.nextChange(now)));
    }

    /** Until {@code second}, before which nothing changes; true where something happened that wakes the operator. */
    boolean passUntil(long second) {
        meter.passUntil(second, this);
        now = second;
        var jitChanged = jit.tick(now);
        var aotChanged = aot.tick(now);
        var routeChanged = gateway.tick(now);
        return jitChanged || aotChanged || routeChanged;
    }

    void route(int aotWeight) {
        gateway.write(aotWeight, now);
        meter.cut(now, this);
    }

    /** Builds are about to behave otherwise. */
    void adopt() {
        jit.adopt(now);
        aot.adopt(now);
    }

    void differIn(Parity.Difference difference) {
        parity = new Parity(List.of(difference));
    }
}
