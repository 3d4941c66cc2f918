package dev.aotrollout.simulation;

import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Counts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes requests, splits them by the weight that is served, and counts them as Prometheus would: in bins, each drawn once when it
 * is over. A new grid of bins begins where the route is written, so that the traffic of a step begins with its weight.
 */
final class Meter {
    /** How the requests of a service are counted. */
    record Grid(Instant start, int binSeconds, long warmUpSeconds, List<RouteShare> routes) {}

    private final Grid grid;
    private final Chance chance;
    private final List<Bin> bins = new ArrayList<>();
    private final Expected jitExpected;
    private final Expected aotExpected;
    private double requestsPerSecond = 100;
    private long binStart;
    private long passed;
    private Counts jitTotal = Counts.ZERO;
    private Counts aotTotal = Counts.ZERO;

    Meter(Grid grid, Chance chance) {
        this.grid = grid;
        this.chance = chance;
        jitExpected = new Expected(grid.routes());
        aotExpected = new Expected(grid.routes());
    }

    Grid grid() {
        return grid;
    }

    Chance chance() {
        return chance;
    }

    void rate(double perSecond) {
        requestsPerSecond = perSecond;
    }

    Counts jitTotal() {
        return jitTotal;
    }

    Counts aotTotal() {
        return aotTotal;
    }

    long failed() {
        return jitTotal.errors() + aotTotal.errors();
    }

    /** Oldest first; only added to. */
    List<Bin> bins() {
        return bins;
    }

    Bucket bucket(Bin bin) {
        return new Bucket(
                grid.start().plusSeconds(bin.start()),
                bin.jit().total(),
                bin.aot().total());
    }

    /** Lets time pass until {@code now}, in which nothing changed. */
    void passUntil(long now, Cluster cluster) {
        for (var edge = binStart + grid.binSeconds(); edge <= now; edge = binStart + grid.binSeconds()) {
            expect(edge, cluster);
            close(edge, cluster);
        }
        expect(now, cluster);
    }

    /** The route is written: what comes is counted by itself. */
    void cut(long now, Cluster cluster) {
        if (now > binStart) close(now, cluster);
    }

    private void expect(long until, Cluster cluster) {
        var requests = requestsPerSecond * (until - passed);
        passed = until;
        if (requests <= 0) return;
        var aotShare = cluster.gateway.servedAot() / 100.0;
        jitExpected.add(requests * (1 - aotShare), cluster.jit.build(), cluster.jit.ready());
        aotExpected.add(requests * aotShare, cluster.aot.build(), cluster.aot.ready());
    }

    private void close(long end, Cluster cluster) {
        chance.next();
        var jit = jitExpected.draw(chance, cluster.jit, end, grid.warmUpSeconds());
        var aot = aotExpected.draw(chance, cluster.aot, end, grid.warmUpSeconds());
        if (!cluster.jit.build().instrumented) jit = Bin.Side.NONE;
        if (!cluster.aot.build().instrumented) aot = Bin.Side.NONE;
        bins.add(new Bin(binStart, jit, aot));
        jitTotal = jitTotal.plus(jit.total());
        aotTotal = aotTotal.plus(aot.total());
        binStart = end;
    }
}
