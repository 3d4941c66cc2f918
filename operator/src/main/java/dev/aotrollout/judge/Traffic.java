package dev.aotrollout.judge;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The requests of both tracks since the weight of the current step was set, in buckets of a fixed width.
 *
 * @param buckets oldest first
 * @param slowBoundSeconds the histogram bound above which a request counts as slow; 0 when the histogram has none that fits
 * @param routes the busiest by themselves, the rest together; empty where the metrics name no route
 * @param jitPods by pod; empty where the metrics do not say which pod answered
 * @param aotPods likewise
 */
public record Traffic(
        List<Bucket> buckets,
        double slowBoundSeconds,
        List<RouteTraffic> routes,
        List<PodTraffic> jitPods,
        List<PodTraffic> aotPods) {
    private static final double MIN_JIT_SHARE = 0.02;
    /** Many looks at many windows: about one false alarm in weeks of an outage that both tracks share. */
    private static final double DEVIATIONS = 4.5;

    public Traffic {
        buckets = List.copyOf(buckets);
        routes = List.copyOf(routes);
        jitPods = List.copyOf(jitPods);
        aotPods = List.copyOf(aotPods);
    }

    /** Neither by route nor by pod. */
    public Traffic(List<Bucket> buckets, double slowBoundSeconds) {
        this(buckets, slowBoundSeconds, List.of(), List.of(), List.of());
    }

    /** AOT counts of the whole window. */
    public Counts aot() {
        return sum(Bucket::aot, Instant.MIN);
    }

    /** JIT counts of the whole window. */
    public Counts jit() {
        return sum(Bucket::jit, Instant.MIN);
    }

    /** The part of the window whose buckets start at or after {@code from}. */
    public Traffic since(Instant from) {
        return new Traffic(
                buckets.stream().filter(b -> !b.start().isBefore(from)).toList(), slowBoundSeconds);
    }

    /** Failed AOT requests beyond what the JIT track's error ratio in the same window explains; at least 0. */
    public double excessErrors() {
        var jit = jit();
        var aot = aot();
        return Math.max(0, aot.errors() - aot.requests() * jit.errorRatio());
    }

    /**
     * Whether {@link #excessErrors()} is more than equal tracks differ by chance. Where the JIT track has hardly any request to
     * compare with, every error counts.
     */
    public boolean excessIsBeyondChance() {
        var jit = jit();
        var aot = aot();
        var requests = aot.requests() + jit.requests();
        if (jit.requests() < MIN_JIT_SHARE * requests) return true;
        var ratio = (double) (aot.errors() + jit.errors()) / requests;
        var variance = ratio * (1 - ratio) * aot.requests() * requests / jit.requests();
        return excessErrors() > DEVIATIONS * Math.sqrt(variance);
    }

    /** The share of all requests that the AOT track answered, 0 to 1; 0 without requests. */
    public double aotShare() {
        var all = aot().requests() + jit().requests();
        return all == 0 ? 0 : (double) aot().requests() / all;
    }

    private Counts sum(Function<Bucket, Counts> track, Instant from) {
        return buckets.stream()
                .filter(b -> !b.start().isBefore(from))
                .map(track)
                .reduce(Counts.ZERO, Counts::plus);
    }
}
