package dev.aotrollout.simulation;

import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Cpu;
import dev.aotrollout.judge.Exceptions;
import dev.aotrollout.judge.Latencies;
import dev.aotrollout.judge.PodTraffic;
import dev.aotrollout.judge.RouteTraffic;
import dev.aotrollout.judge.Sequence;
import dev.aotrollout.judge.Traffic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was counted since one second; each bin is looked at once. */
final class Window {
    static final double SLOW_BOUND_SECONDS = 0.25;
    private static final List<Double> BOUNDS = List.of(0.05, 0.1, SLOW_BOUND_SECONDS, 0.5, 1.0);
    /** How requests that are not slow spread over the buckets below the bound, and slow ones over those above. */
    private static final List<Double> SPREAD = List.of(0.55, 0.3, 0.15, 0.75, 0.2, 0.05);

    private static final int FAST_BUCKETS = 3;

    private final long anchor;
    private final Meter meter;
    private int read;
    private final List<Bucket> fresh = new ArrayList<>();
    private final Track jit;
    private final Track aot;
    private final List<Sequence<Bucket>> eventful = new ArrayList<>();
    private Traffic known = new Traffic(List.of(), SLOW_BOUND_SECONDS);

    Window(long anchor, Meter meter) {
        this.anchor = anchor;
        this.meter = meter;
        var routes = meter.grid().routes().size();
        jit = new Track(routes);
        aot = new Track(routes);
        for (var i = 0; i < routes; i++) eventful.add(Sequence.of(List.of()));
        var bins = meter.bins();
        read = bins.size();
        while (read > 0 && bins.get(read - 1).start() >= anchor) read--;
    }

    long anchor() {
        return anchor;
    }

    /** Up to the newest bin that is over. */
    Traffic traffic() {
        catchUp();
        if (!fresh.isEmpty()) known = assembled();
        fresh.clear();
        return known;
    }

    Cpu cpu() {
        catchUp();
        return new Cpu(jit.cpu(), aot.cpu());
    }

    Exceptions exceptions() {
        catchUp();
        var all = new LinkedHashMap<String, Exceptions.Thrown>();
        jit.thrown.forEach((type, count) -> all.put(type, new Exceptions.Thrown(type, count, 0)));
        aot.thrown.forEach((type, count) -> all.merge(
                type, new Exceptions.Thrown(type, 0, count), (a, b) -> new Exceptions.Thrown(type, a.jit(), b.aot())));
        return new Exceptions(List.copyOf(all.values()));
    }

    Latencies latencies() {
        catchUp();
        return new Latencies(BOUNDS, histogram(jit.total), histogram(aot.total));
    }

    private static List<Long> histogram(Counts counts) {
        var filled = new ArrayList<Long>();
        for (var i = 0; i < SPREAD.size(); i++) {
            var of = i < FAST_BUCKETS ? counts.timed() - counts.slow() : counts.slow();
            filled.add(Math.round(of * SPREAD.get(i)));
        }
        return filled;
    }

    private void catchUp() {
        var bins = meter.bins();
        for (; read < bins.size(); read++) add(bins.get(read));
    }

    private void add(Bin bin) {
        fresh.add(meter.bucket(bin));
        var block = (int) ((bin.start() - anchor) / PodTraffic.BLOCK_SECONDS);
        jit.add(bin.jit(), block);
        aot.add(bin.aot(), block);
        for (var i = 0; i < eventful.size(); i++) {
            var ofJit = Track.route(bin.jit(), i);
            var ofAot = Track.route(bin.aot(), i);
            if (ofJit.errors() + ofAot.errors() == 0) continue;
            var bucket = new Bucket(meter.grid().start().plusSeconds(bin.start()), ofJit, ofAot);
            eventful.set(i, eventful.get(i).followedBy(List.of(bucket)));
        }
    }

    private Traffic assembled() {
        var shares = meter.grid().routes();
        var routes = new ArrayList<RouteTraffic>(shares.size());
        for (var i = 0; i < shares.size(); i++)
            routes.add(new RouteTraffic(shares.get(i).route(), jit.routes[i], aot.routes[i], eventful.get(i)));
        var blocks = Math.max(jit.blocks, aot.blocks);
        return known.followedBy(fresh, routes, jit.pods(blocks), aot.pods(blocks));
    }

    /** One track's sums. */
    private static final class Track {
        private final Counts[] routes;
        private final Map<String, Blocks> pods = new LinkedHashMap<>();
        private final Map<String, Burnt> cpu = new LinkedHashMap<>();
        private final Map<String, Long> thrown = new LinkedHashMap<>();
        private Counts total = Counts.ZERO;
        private int blocks;

        Track(int count) {
            routes = new Counts[count];
            Arrays.fill(routes, Counts.ZERO);
        }

        static Counts route(Bin.Side side, int i) {
            return side.routes().isEmpty() ? Counts.ZERO : side.routes().get(i);
        }

        void add(Bin.Side side, int block) {
            blocks = Math.max(blocks, block + 1);
            total = total.plus(side.total());
            for (var i = 0; i < routes.length; i++) routes[i] = routes[i].plus(route(side, i));
            if (side.thrown() > 0) thrown.merge(side.exception(), side.thrown(), Long::sum);
            for (var share : side.pods()) addPod(share, block);
        }

        private void addPod(Bin.Share share, int block) {
            pods.computeIfAbsent(share.pod(), _ -> new Blocks()).add(share.counts(), block);
            if (share.cpuSeconds() > 0)
                cpu.computeIfAbsent(share.pod(), _ -> new Burnt()).add(share);
        }

        List<Cpu.PodCpu> cpu() {
            var all = new ArrayList<Cpu.PodCpu>(cpu.size());
            cpu.forEach((pod, burnt) -> all.add(new Cpu.PodCpu(pod, burnt.seconds, burnt.requests)));
            return all;
        }

        List<PodTraffic> pods(int count) {
            var all = new ArrayList<PodTraffic>(pods.size());
            pods.forEach((pod, ofPod) -> all.add(ofPod.until(count - 1, pod)));
            return all;
        }
    }

    /** One pod's counts, in stretches of time. */
    private static final class Blocks {
        private Sequence<Counts> whole = Sequence.of(List.of());
        private Counts open = Counts.ZERO;

        void add(Counts counts, int block) {
            open(block);
            open = open.plus(counts);
        }

        PodTraffic until(int block, String pod) {
            open(block);
            return new PodTraffic(pod, whole, List.of(open));
        }

        private void open(int block) {
            while (whole.size() < block) {
                whole = whole.followedBy(List.of(open));
                open = Counts.ZERO;
            }
        }
    }

    /** Processor time of one pod. */
    private static final class Burnt {
        private double seconds;
        private double requests;

        void add(Bin.Share share) {
            seconds += share.cpuSeconds();
            requests += share.counts().requests();
        }
    }
}
