package dev.aotrollout.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The requests of both tracks since the weight of the current step was set, in buckets of a fixed width. No record, because its
 * totals are asked for many times a look and added up once.
 */
public final class Traffic {
    private final List<Bucket> buckets;
    private final double slowBoundSeconds;
    private final List<RouteTraffic> routes;
    private final List<PodTraffic> jitPods;
    private final List<PodTraffic> aotPods;
    private final Totals totals;

    /**
     * By route and by pod.
     *
     * @param buckets oldest first
     * @param slowBoundSeconds the histogram bound above which a request counts as slow; 0 when the histogram has none that fits
     * @param routes the busiest by themselves, the rest together; empty where the metrics name no route
     * @param jitPods by pod; empty where the metrics do not say which pod answered
     * @param aotPods likewise
     */
    public Traffic(
            List<Bucket> buckets,
            double slowBoundSeconds,
            List<RouteTraffic> routes,
            List<PodTraffic> jitPods,
            List<PodTraffic> aotPods) {
        this(List.copyOf(buckets), sum(buckets), slowBoundSeconds, new Parts(routes, jitPods, aotPods));
    }

    private Traffic(List<Bucket> buckets, Totals totals, double slowBoundSeconds, Parts parts) {
        this.buckets = buckets;
        this.totals = totals;
        this.slowBoundSeconds = slowBoundSeconds;
        this.routes = List.copyOf(parts.routes());
        this.jitPods = List.copyOf(parts.jitPods());
        this.aotPods = List.copyOf(parts.aotPods());
    }

    private record Parts(List<RouteTraffic> routes, List<PodTraffic> jitPods, List<PodTraffic> aotPods) {}

    /** Neither by route nor by pod. */
    public Traffic(List<Bucket> buckets, double slowBoundSeconds) {
        this(buckets, slowBoundSeconds, List.of(), List.of(), List.of());
    }

    /** The same window when {@code more} buckets have followed: what is summed stays summed. The rest is as it is then. */
    public Traffic followedBy(
            List<Bucket> more, List<RouteTraffic> allRoutes, List<PodTraffic> allJitPods, List<PodTraffic> allAotPods) {
        var all = new ArrayList<Bucket>(buckets.size() + more.size());
        all.addAll(buckets);
        all.addAll(more);
        var added = sum(more);
        var together = new Totals(totals.jit().plus(added.jit()), totals.aot().plus(added.aot()));
        return new Traffic(
                Collections.unmodifiableList(all),
                together,
                slowBoundSeconds,
                new Parts(allRoutes, allJitPods, allAotPods));
    }

    /** Oldest first. */
    public List<Bucket> buckets() {
        return buckets;
    }

    /** The histogram bound above which a request counts as slow; 0 when the histogram has none that fits. */
    public double slowBoundSeconds() {
        return slowBoundSeconds;
    }

    /** The busiest by themselves, the rest together. */
    public List<RouteTraffic> routes() {
        return routes;
    }

    /** By pod of JIT. */
    public List<PodTraffic> jitPods() {
        return jitPods;
    }

    /** By pod of AOT. */
    public List<PodTraffic> aotPods() {
        return aotPods;
    }

    /** The whole window. */
    public Totals totals() {
        return totals;
    }

    /** JIT counts of the whole window. */
    public Counts jit() {
        return totals.jit();
    }

    /** AOT counts of the whole window. */
    public Counts aot() {
        return totals.aot();
    }

    /** The part of the window whose buckets start at or after {@code from}. */
    public Totals since(Instant from) {
        var first = firstSince(from);
        return first == 0 ? totals : sum(buckets.subList(first, buckets.size()));
    }

    /** In how many buckets that start at or after {@code from} AOT failed at least once more often than JIT's ratio explains. */
    int bucketsWithExcessSince(Instant from) {
        var count = 0;
        for (var i = firstSince(from); i < buckets.size(); i++) {
            var bucket = buckets.get(i);
            if (bucket.aot().errors() > 0 && new Totals(bucket.jit(), bucket.aot()).excessErrors() >= 1) count++;
        }
        return count;
    }

    private int firstSince(Instant from) {
        var low = 0;
        var high = buckets.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (buckets.get(middle).start().isBefore(from)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static Totals sum(List<Bucket> some) {
        var jit = new long[4];
        var aot = new long[4];
        for (var bucket : some) {
            add(jit, bucket.jit());
            add(aot, bucket.aot());
        }
        return new Totals(counts(jit), counts(aot));
    }

    private static void add(long[] sum, Counts counts) {
        sum[0] += counts.requests();
        sum[1] += counts.errors();
        sum[2] += counts.timed();
        sum[3] += counts.slow();
    }

    private static Counts counts(long[] sum) {
        return new Counts(sum[0], sum[1], sum[2], sum[3]);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Traffic traffic
                && buckets.equals(traffic.buckets)
                && slowBoundSeconds == traffic.slowBoundSeconds
                && routes.equals(traffic.routes)
                && jitPods.equals(traffic.jitPods)
                && aotPods.equals(traffic.aotPods);
    }

    @Override
    public int hashCode() {
        return Objects.hash(buckets, slowBoundSeconds, routes, jitPods, aotPods);
    }

    @Override
    public String toString() {
        return "Traffic[buckets=%s, slowBoundSeconds=%s, routes=%s, jitPods=%s, aotPods=%s]"
                .formatted(buckets, slowBoundSeconds, routes, jitPods, aotPods);
    }
}
