package dev.aotrollout.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The requests of both tracks since the weight of the current step was set, in buckets of a fixed width. No record, because its
 * totals are asked for many times a look and added up once.
 */
public final class Traffic {
    private static final Sequence<Totals> NOTHING = Sequence.of(List.of());

    private final Sequence<Bucket> buckets;
    /** Of each bucket and all before it. */
    private final Sequence<Totals> sums;

    private final double slowBoundSeconds;
    private final List<RouteTraffic> routes;
    private final List<PodTraffic> jitPods;
    private final List<PodTraffic> aotPods;

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
        this(Sequence.of(buckets), NOTHING, slowBoundSeconds, new Parts(routes, jitPods, aotPods));
    }

    /** {@code summed} is what is known of the sums. */
    private Traffic(Sequence<Bucket> buckets, Sequence<Totals> summed, double slowBoundSeconds, Parts parts) {
        this.buckets = buckets;
        this.sums = summed.followedBy(sums(summed, buckets));
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
        return new Traffic(
                buckets.followedBy(more), sums, slowBoundSeconds, new Parts(allRoutes, allJitPods, allAotPods));
    }

    /** Oldest first. */
    public Sequence<Bucket> buckets() {
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
        return sums.isEmpty() ? Totals.NONE : sums.getLast();
    }

    /** JIT counts of the whole window. */
    public Counts jit() {
        return totals().jit();
    }

    /** AOT counts of the whole window. */
    public Counts aot() {
        return totals().aot();
    }

    /** The part of the window whose buckets start at or after {@code from}. */
    public Totals since(Instant from) {
        var first = firstSince(from);
        return first == 0 ? totals() : totals().minus(sums.get(first - 1));
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

    /** What is missing in {@code summed}. */
    private static List<Totals> sums(Sequence<Totals> summed, List<Bucket> buckets) {
        var missing = new ArrayList<Totals>(buckets.size() - summed.size());
        var last = summed.isEmpty() ? Totals.NONE : summed.getLast();
        for (var i = summed.size(); i < buckets.size(); i++) {
            var bucket = buckets.get(i);
            last = new Totals(last.jit().plus(bucket.jit()), last.aot().plus(bucket.aot()));
            missing.add(last);
        }
        return missing;
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
