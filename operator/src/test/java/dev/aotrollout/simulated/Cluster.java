package dev.aotrollout.simulated;

import java.time.Instant;
import java.util.random.RandomGenerator;

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
    private long now;

    Cluster(String manifest, RandomGenerator random) {
        api = new ApiServer(manifest);
        jit = new PodSet("checkout", Build.jit(), random);
        aot = new PodSet("checkout-aot", Build.aot(), random);
        meter = new Meter(START, random);
        jit.apply("r1", JIT_PODS);
        jit.settle();
    }

    long now() {
        return now;
    }

    Instant instant() {
        return START.plusSeconds(now);
    }

    /** One second; true where something happened that wakes the operator. */
    boolean tick() {
        now++;
        var jitChanged = jit.tick(now);
        var aotChanged = aot.tick(now);
        var routeChanged = gateway.tick(now);
        meter.tick(jit, aot, gateway.servedAot());
        return jitChanged || aotChanged || routeChanged;
    }
}
