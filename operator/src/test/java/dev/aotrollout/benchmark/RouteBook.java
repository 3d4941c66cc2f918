package dev.aotrollout.benchmark;

import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.RouteTraffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which route each failed request belonged to, since the present step began. Route 0 has 1 % of the traffic, the others fall off. */
final class RouteBook {
    static final double FIRST_SHARE = 0.01;

    private final double[] shares;
    private final List<List<Bucket>> eventful = new ArrayList<>();
    private final long[] jitErrors;
    private final long[] aotErrors;
    private final long[] jitNow;
    private final long[] aotNow;

    RouteBook(int routes) {
        shares = shares(routes);
        for (var r = 0; r < routes; r++) eventful.add(List.of());
        jitErrors = new long[routes];
        aotErrors = new long[routes];
        jitNow = new long[routes];
        aotNow = new long[routes];
    }

    private static double[] shares(int routes) {
        var shares = new double[routes];
        if (routes == 0) return shares;
        var sum = 0.0;
        for (var r = 1; r < routes; r++) sum += 1.0 / r;
        shares[0] = FIRST_SHARE;
        for (var r = 1; r < routes; r++) shares[r] = (1 - FIRST_SHARE) / r / sum;
        return shares;
    }

    int size() {
        return shares.length;
    }

    double share(int route) {
        return shares[route];
    }

    /** Failed requests of this tick to whichever route. */
    void scatter(long jit, long aot, Chance chance) {
        for (var i = 0L; i < jit; i++) jitNow[drawn(chance)]++;
        for (var i = 0L; i < aot; i++) aotNow[drawn(chance)]++;
    }

    /** Failed requests of this tick to one route. */
    void add(int route, long jit, long aot) {
        jitNow[route] += jit;
        aotNow[route] += aot;
    }

    private int drawn(Chance chance) {
        var u = chance.uniform();
        for (var r = 0; r < shares.length - 1; r++) {
            u -= shares[r];
            if (u < 0) return r;
        }
        return shares.length - 1;
    }

    /**
     * Ends the tick. Requests are a Poisson process, so those that succeeded are independent of those that failed.
     *
     * @param jit mean of the successful requests to all routes; likewise {@code aot}
     */
    void close(Instant start, double jit, double aot, Chance chance) {
        for (var r = 0; r < shares.length; r++) {
            if (jitNow[r] + aotNow[r] == 0) continue;
            var bucket = new Bucket(
                    start,
                    counts(jitNow[r], chance.poisson(jit * shares[r])),
                    counts(aotNow[r], chance.poisson(aot * shares[r])));
            var longer = new ArrayList<>(eventful.get(r));
            longer.add(bucket);
            eventful.set(r, List.copyOf(longer));
            jitErrors[r] += jitNow[r];
            aotErrors[r] += aotNow[r];
            jitNow[r] = 0;
            aotNow[r] = 0;
        }
    }

    private static Counts counts(long errors, long successes) {
        return new Counts(errors + successes, errors, 0);
    }

    List<RouteTraffic> traffic(Counts jit, Counts aot) {
        var all = new ArrayList<RouteTraffic>();
        for (var r = 0; r < shares.length; r++)
            all.add(new RouteTraffic(
                    "/route-" + r,
                    counts(jitErrors[r], Math.round(shares[r] * (jit.requests() - jit.errors()))),
                    counts(aotErrors[r], Math.round(shares[r] * (aot.requests() - aot.errors()))),
                    eventful.get(r)));
        return all;
    }
}
