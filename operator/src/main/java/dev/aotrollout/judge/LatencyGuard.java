package dev.aotrollout.judge;

import dev.aotrollout.statistics.Alternative;
import dev.aotrollout.statistics.HistogramQuantile;
import dev.aotrollout.statistics.Interval;
import dev.aotrollout.statistics.Proportions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Are AOT requests slow more often than JIT requests? Counts requests above one bound of the latency histogram, so nothing is
 * interpolated, and asks the same question of them as {@link ErrorsGuard} asks of errors. Passes where the data rule out twice as
 * many slow requests, or more than one additional slow request in a hundred. Quantiles are shown and decide nothing.
 *
 * @param maxSlowRatio largest tolerated ratio of the slow shares, AOT : JIT, at least 1
 * @param minRequests AOT requests before a pass, at least 1
 */
public record LatencyGuard(Mode mode, double maxSlowRatio, long minRequests) implements Guard {
    private static final List<Alternative> ALTERNATIVES = List.of(
            new Alternative(1.25, 0.15),
            new Alternative(1.5, 0.20),
            new Alternative(2, 0.20),
            new Alternative(3, 0.20),
            new Alternative(5, 0.10),
            new Alternative(10, 0.10),
            new Alternative(20, 0.05));

    private static final double MAX_DIFFERENCE = 0.01;
    /** Two-sided: 95 % in each end by itself. */
    private static final double CONFIDENCE = 0.90;

    private static final double[] QUANTILES = {0.50, 0.90, 0.95, 0.99};
    private static final double MILLIS = 1000;

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return switch (evidence.traffic()) {
            case Reading.Missing<Traffic>(var why, var _) -> unmeasured(Reason.NoData, why);
            case Reading.Known<Traffic>(var traffic, var _) -> compare(traffic, evidence, recall);
        };
    }

    private Finding compare(Traffic traffic, Evidence evidence, Recall recall) {
        if (traffic.slowBoundSeconds() <= 0)
            return unmeasured(
                    Reason.LatencyUnresolved,
                    "no latency histogram with the same bounds on both tracks; export one, or set guards.latency.mode to Observe");
        var question = new CountQuestion("latency", Counts::slow, Counts::timed, maxSlowRatio, ALTERNATIVES, false);
        var test = CountTest.of(question, traffic, recall);
        var alpha = Allowance.LATENCY.ofStep(evidence.step().number());
        var quantiles = quantiles(evidence, recall);
        if (test.rejects(alpha))
            return finding(
                    Verdict.FAIL,
                    Reason.LatencyRegressed,
                    () -> new Finding.Words(
                            numbers(test, traffic) + ", limit " + Text.trimmed(maxSlowRatio) + "x",
                            test.figures(),
                            quantiles.get()));
        if (test.exposure() < minRequests)
            return finding(
                    Verdict.UNKNOWN,
                    test.unanswered(),
                    () -> test.words(test.tooFew(minRequests, "AOT requests of warm pods", evidence.step())));
        if (!traffic.totals().hasScarceJit() && !test.isNoWorse() && !isCloseEnough(test))
            return finding(
                    Verdict.UNKNOWN,
                    Reason.ThinEvidence,
                    () -> test.words(numbers(test, traffic) + "; " + missing(test, evidence)));
        return finding(Verdict.PASS, Reason.LatencyHealthy, () -> {
            var details = new ArrayList<>(quantiles.get());
            details.add(test.evidence(alpha));
            test.bursts().ifPresent(details::add);
            return new Finding.Words(numbers(test, traffic), test.figures(), details);
        });
    }

    private static String numbers(CountTest test, Traffic traffic) {
        return test.numbers("took over " + Text.seconds(traffic.slowBoundSeconds()));
    }

    private static boolean isCloseEnough(CountTest test) {
        var aot = test.aot();
        var jit = test.jit();
        return jit.timed() > 0
                && Proportions.difference(aot.slow(), aot.timed(), jit.slow(), jit.timed(), CONFIDENCE)
                                .high()
                        <= MAX_DIFFERENCE;
    }

    private static String missing(CountTest test, Evidence evidence) {
        var pooled = test.aot().plus(test.jit()).slowRatio();
        var needed = CountTest.eventsToPass();
        var requests = pooled > 0 ? Math.max(0, needed - test.events()) / pooled : 0;
        return Text.count(test.events()) + " of " + Text.trimmed(Math.ceil(needed)) + " expected slow AOT requests seen"
                + Outstanding.text(requests, test.exposure(), evidence.step())
                + "; or sooner, once more than " + Text.percentOf(MAX_DIFFERENCE)
                + " of additional slow requests are ruled out";
    }

    private Lazily<List<String>> quantiles(Evidence evidence, Recall recall) {
        return evidence.metrics().latencies() instanceof Reading.Known<Latencies>(var latencies, var _)
                ? recall.answer(
                        "latencies", List.of(latencies, maxSlowRatio), () -> Lazily.of(() -> quantiles(latencies)))
                : Lazily.of(List::of);
    }

    private List<String> quantiles(Latencies latencies) {
        if (isEmpty(latencies.aot()) || isEmpty(latencies.jit())) return List.of();
        var lines = new ArrayList<String>();
        var coarse = new ArrayList<String>();
        for (var q : QUANTILES) {
            var name = "p" + Math.round(q * 100);
            var aot = HistogramQuantile.of(latencies.boundsSeconds(), latencies.aot(), q, CONFIDENCE);
            var jit = HistogramQuantile.of(latencies.boundsSeconds(), latencies.jit(), q, CONFIDENCE);
            lines.add(name + ": AOT " + millis(aot.quantile()) + ", JIT " + millis(jit.quantile()));
            if (Math.max(aot.relativeResolution(), jit.relativeResolution()) > maxSlowRatio - 1) coarse.add(name);
        }
        if (!coarse.isEmpty())
            lines.add("ResolutionInsufficient: buckets around " + String.join(", ", coarse) + " are wider than "
                    + Text.percentOf(maxSlowRatio - 1) + ", so quantiles cannot show such a difference; the share of"
                    + " slow requests can");
        return lines;
    }

    private static boolean isEmpty(List<Long> counts) {
        return counts.stream().allMatch(count -> count == 0);
    }

    /** {@code 12 ms [11, 13]}. */
    private static String millis(Interval seconds) {
        return millis(seconds.estimate()) + " ms [" + millis(seconds.low()) + ", " + millis(seconds.high()) + "]";
    }

    private static String millis(double seconds) {
        return Double.isInfinite(seconds) ? "beyond all buckets" : Text.trimmed(seconds * MILLIS);
    }

    private Finding finding(Verdict verdict, Reason reason, Supplier<Finding.Words> words) {
        return new Finding(GuardName.LATENCY, mode, verdict, reason, words);
    }

    private Finding unmeasured(Reason reason, String why) {
        return new Finding(GuardName.LATENCY, mode, Verdict.UNKNOWN, reason, why, Figures.NONE);
    }
}
