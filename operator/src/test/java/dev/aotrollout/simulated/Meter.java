package dev.aotrollout.simulated;

import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes requests, splits them by the weight that is served, and counts them as Prometheus would. */
final class Meter {
    private static final int BUCKET_SECONDS = 5;
    private static final long RECENT_SECONDS = 60;
    private static final int MANY = 30;

    private record Second(Counts jit, Counts aot) {}

    private final Instant start;
    private final RandomGenerator random;
    private final List<Second> seconds = new ArrayList<>();
    private double requestsPerSecond = 100;
    private long failed;
    private long cachedFrom = -1;
    private int cachedSeconds;
    private List<Bucket> cached = new ArrayList<>();

    Meter(Instant start, RandomGenerator random) {
        this.start = start;
        this.random = random;
    }

    void rate(double perSecond) {
        requestsPerSecond = perSecond;
    }

    long failed() {
        return failed;
    }

    /** Requests to a track without ready pods are answered by nobody, so no pod counts them. */
    void tick(PodSet jit, PodSet aot, int servedAot) {
        var second = new Second(
                draw(jit, requestsPerSecond * (100 - servedAot) / 100), draw(aot, requestsPerSecond * servedAot / 100));
        seconds.add(second);
        failed += second.jit().errors() + second.aot().errors();
    }

    private Counts draw(PodSet track, double expected) {
        if (track.ready() == 0) return Counts.ZERO;
        var requests = poisson(expected);
        var errors = Math.min(requests, poisson(requests * track.build().errorRatio));
        return new Counts(requests, errors, Math.min(requests, poisson(requests * track.build().slowRatio)));
    }

    private long poisson(double mean) {
        if (mean <= 0) return 0;
        if (mean > MANY) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        var limit = Math.exp(-mean);
        var product = random.nextDouble();
        long count = 0;
        for (; product > limit; count++) product *= random.nextDouble();
        return count;
    }

    Traffic recent() {
        var from = Math.max(0, seconds.size() - RECENT_SECONDS);
        var buckets = new ArrayList<Bucket>();
        append(buckets, from, from);
        return new Traffic(buckets, 0.25);
    }

    /** What was counted before is not counted again with each look. */
    Traffic since(Instant anchor) {
        var from = anchor.getEpochSecond() - start.getEpochSecond();
        if (from != cachedFrom || seconds.size() < cachedSeconds) {
            cachedFrom = from;
            cached = new ArrayList<>();
        }
        if (!cached.isEmpty()) cached.removeLast();
        append(cached, from, from + (long) cached.size() * BUCKET_SECONDS);
        cachedSeconds = seconds.size();
        return new Traffic(cached, 0.25);
    }

    private void append(List<Bucket> buckets, long anchor, long from) {
        for (var at = from; at < seconds.size(); at += BUCKET_SECONDS) {
            var jit = Counts.ZERO;
            var aot = Counts.ZERO;
            for (var i = at; i < Math.min(seconds.size(), at + BUCKET_SECONDS); i++) {
                jit = jit.plus(seconds.get((int) i).jit());
                aot = aot.plus(seconds.get((int) i).aot());
            }
            buckets.add(new Bucket(start.plusSeconds(anchor + (at - anchor)), jit, aot));
        }
    }
}
