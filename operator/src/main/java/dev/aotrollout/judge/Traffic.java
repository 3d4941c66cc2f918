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
        return sum(Bucket::aot);
    }

    /** JIT counts of the whole window. */
    public Counts jit() {
        return sum(Bucket::jit);
    }

    /** The part of the window whose buckets start at or after {@code from}; only the total, neither by route nor by pod. */
    public Traffic since(Instant from) {
        var first = buckets.size();
        while (first > 0 && !buckets.get(first - 1).start().isBefore(from)) first--;
        return new Traffic(buckets.subList(first, buckets.size()), slowBoundSeconds);
    }

    /** Failed AOT requests beyond what the JIT track's error ratio in the same window explains; at least 0. */
    public double excessErrors() {
        var aot = aot();
        if (aot.errors() == 0) return 0;
        var jit = jit();
        return Math.max(0, aot.errors() - aot.requests() * jit.errorRatio());
    }

    /**
     * Whether {@link #excessErrors()} is more than equal tracks differ by chance. Where the JIT track has hardly any request to
     * compare with, every error counts.
     */
    public boolean excessIsBeyondChance() {
        if (hasScarceJit()) return true;
        var jit = jit();
        var aot = aot();
        var requests = aot.requests() + jit.requests();
        var ratio = (double) (aot.errors() + jit.errors()) / requests;
        var variance = ratio * (1 - ratio) * aot.requests() * requests / jit.requests();
        return excessErrors() > DEVIATIONS * Math.sqrt(variance);
    }

    /** Whether JIT answers hardly any request that AOT could be compared with, as at weight 100. */
    public boolean hasScarceJit() {
        var jit = jit().requests();
        return jit < MIN_JIT_SHARE * (aot().requests() + jit);
    }

    /** The share of all requests that the AOT track answered, 0 to 1; 0 without requests. */
    public double aotShare() {
        var all = aot().requests() + jit().requests();
        return all == 0 ? 0 : (double) aot().requests() / all;
    }

    private Counts sum(Function<Bucket, Counts> track) {
        long requests = 0;
        long errors = 0;
        long timed = 0;
        long slow = 0;
        for (var bucket : buckets) {
            var counts = track.apply(bucket);
            requests += counts.requests();
            errors += counts.errors();
            timed += counts.timed();
            slow += counts.slow();
        }
        return new Counts(requests, errors, timed, slow);
    }
}
