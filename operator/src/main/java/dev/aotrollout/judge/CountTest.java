package dev.aotrollout.judge;

import dev.aotrollout.statistics.MixtureEProcess;
import dev.aotrollout.statistics.RatioInterval;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Is one kind of request (failed, slow) more frequent on the AOT track than {@code maxRatio} times its frequency on the JIT track?
 * Each bucket of time is compared with itself, so a burst that hits both tracks cancels.
 */
record CountTest(Traffic traffic, ToLongFunction<Counts> events, double maxRatio, List<Double> alternatives) {
    /** Probability of a false alarm over all looks of one step together. */
    private static final double ALPHA = 0.01;

    private static final double INTERVAL_ALPHA = 0.05;

    /**
     * Whether the evidence was decisive at the end of any bucket: what was once decided stays so although later requests dilute it,
     * also for an operator that could not write or did not run at that moment.
     */
    boolean rejects() {
        var process = MixtureEProcess.equallyWeighted(maxRatio, alternatives);
        for (var bucket : traffic.buckets()) {
            process.add(
                    events.applyAsLong(bucket.aot()),
                    bucket.aot().requests(),
                    events.applyAsLong(bucket.jit()),
                    bucket.jit().requests());
            if (process.rejects(ALPHA)) return true;
        }
        return false;
    }

    Figures figures() {
        var aot = traffic.aot();
        var jit = traffic.jit();
        var ratio = share(aot);
        // Without a single event on either side any ratio would do.
        var none = events.applyAsLong(aot) + events.applyAsLong(jit) == 0;
        if (none || jit.requests() == 0 || aot.requests() == 0)
            return new Figures.Measured("ratio", ratio, 1, aot.requests());
        var interval = RatioInterval.of(
                events.applyAsLong(aot), aot.requests(), events.applyAsLong(jit), jit.requests(), INTERVAL_ALPHA);
        return new Figures.Compared("ratio", share(jit), ratio, interval, maxRatio, aot.requests());
    }

    /** Both tracks in one sentence: "3 of 150 AOT requests failed (2 %), 3 of 2,850 JIT requests (0.105 %), 19x [5.1, 62]". */
    String numbers(String what) {
        var aot = traffic.aot();
        var jit = traffic.jit();
        var text = "%s of %s AOT requests %s (%s), %s of %s JIT requests (%s)"
                .formatted(
                        Text.count(events.applyAsLong(aot)),
                        Text.count(aot.requests()),
                        what,
                        Text.percentOf(share(aot)),
                        Text.count(events.applyAsLong(jit)),
                        Text.count(jit.requests()),
                        Text.percentOf(share(jit)));
        return figures() instanceof Figures.Compared compared ? text + ", " + Text.ratio(compared.ratio()) : text;
    }

    private double share(Counts counts) {
        return counts.requests() == 0 ? 0 : (double) events.applyAsLong(counts) / counts.requests();
    }
}
