package dev.aotrollout.judge;

import dev.aotrollout.statistics.Alternative;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Are AOT requests failing more often than JIT requests? Fails as soon as the evidence against {@code ratio <= maxRatio} is
 * decisive, at any look. Passes once there are {@code minRequests} AOT requests and either the data rule out that AOT fails twice
 * as often, or the worst that they still allow costs the next step hardly any error budget: without errors no ratio can be shown.
 * Where JIT has no traffic to compare with (weight 100), the absolute figure is the budget guard's.
 *
 * @param maxRatio largest tolerated ratio of the error ratios, AOT : JIT, at least 1
 * @param minRequests AOT requests before a pass, at least 1
 */
public record ErrorsGuard(Mode mode, double maxRatio, long minRequests) implements Guard {
    /** More of the bet lies where a regression is hard to tell from none; a large one is caught anyway. */
    private static final List<Alternative> ALTERNATIVES = List.of(
            new Alternative(1.25, 0.05),
            new Alternative(1.5, 0.05),
            new Alternative(2, 0.15),
            new Alternative(3, 0.20),
            new Alternative(5, 0.20),
            new Alternative(10, 0.15),
            new Alternative(20, 0.10),
            new Alternative(50, 0.05),
            new Alternative(100, 0.03),
            new Alternative(200, 0.02));

    private static final double MAX_WORST_CASE_PERCENT = 1;

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return switch (evidence.traffic()) {
            case Reading.Missing<Traffic>(var why, var _) ->
                new Finding(GuardName.ERRORS, mode, Verdict.UNKNOWN, Reason.NoData, why, Figures.NONE);
            case Reading.Known<Traffic>(var traffic, var _) -> compare(traffic, evidence, recall);
        };
    }

    static CountQuestion question(double maxRatio) {
        return new CountQuestion("errors", Counts::errors, Counts::requests, maxRatio, ALTERNATIVES, true);
    }

    private Finding compare(Traffic traffic, Evidence evidence, Recall recall) {
        var test = CountTest.of(question(maxRatio), traffic, recall);
        var alpha = Allowance.ERRORS.ofStep(evidence.step().number());
        if (test.rejects(alpha)) return rejected(test, traffic);
        if (test.exposure() < minRequests)
            return finding(
                    Verdict.UNKNOWN,
                    test.unanswered(),
                    () -> test.words(test.tooFew(minRequests, "AOT requests", evidence.step())));
        if (traffic.totals().hasScarceJit() || test.isNoWorse() || isHarmless(traffic, evidence))
            return finding(
                    Verdict.PASS,
                    Reason.ErrorsHealthy,
                    () -> new Finding.Words(test.numbers("failed"), test.figures(), details(test, traffic, alpha)));
        return finding(
                Verdict.UNKNOWN,
                Reason.ThinEvidence,
                () -> test.words(test.numbers("failed") + "; " + missing(test, traffic, evidence)));
    }

    private Finding rejected(CountTest test, Traffic traffic) {
        var numbers = test.numbers("failed") + ", limit " + Text.trimmed(maxRatio) + "x"
                + test.worstRoute("failed").map(worst -> "; " + worst).orElse("");
        return Concentration.of(traffic)
                .map(text -> finding(
                        Verdict.UNKNOWN, Reason.SinglePodConcentration, () -> test.words(text + " (" + numbers + ")")))
                .orElseGet(() -> finding(Verdict.FAIL, Reason.ErrorsRegressed, () -> test.words(numbers)));
    }

    private static boolean isHarmless(Traffic traffic, Evidence evidence) {
        return worstCasePercent(traffic, evidence) <= MAX_WORST_CASE_PERCENT;
    }

    /** Of the error budget, if AOT were as bad in the next step as the data still allow. */
    private static double worstCasePercent(Traffic traffic, Evidence evidence) {
        if (!(evidence.budget() instanceof Reading.Known<Budget>(var budget, var _))) return Double.POSITIVE_INFINITY;
        var next = evidence.step().next();
        return WorstCase.spentPercent(traffic, evidence.step().age(), next.weight() / 100.0, next.soak(), budget);
    }

    private static String missing(CountTest test, Traffic traffic, Evidence evidence) {
        var worst = worstCasePercent(traffic, evidence);
        var pooled = test.aot().plus(test.jit()).errorRatio();
        var needed = CountTest.eventsToPass();
        var seen = test.events();
        var requests = pooled > 0 ? Math.max(0, needed - seen) / pooled : 0;
        return Text.count(seen) + " of " + Text.trimmed(Math.ceil(needed)) + " expected AOT errors seen"
                + Outstanding.text(requests, test.exposure(), evidence.step())
                + (Double.isFinite(worst)
                        ? "; or sooner, once the next step would cost at most " + Text.percent(MAX_WORST_CASE_PERCENT)
                                + " of the error budget at worst, " + Text.percent(worst) + " now"
                                + (pooled == 0 ? untilHarmless(test, worst, evidence) : "")
                        : "");
    }

    /** Without an error the worst case is in inverse proportion to the requests. */
    private static String untilHarmless(CountTest test, double worst, Evidence evidence) {
        var seen = test.exposure();
        return Outstanding.text(seen * (worst / MAX_WORST_CASE_PERCENT - 1), seen, evidence.step());
    }

    private static List<String> details(CountTest test, Traffic traffic, double alpha) {
        var details = new ArrayList<String>();
        details.add(test.evidence(alpha));
        test.worstRoute("failed").ifPresent(details::add);
        Concentration.of(traffic).ifPresent(details::add);
        test.bursts().ifPresent(details::add);
        return details;
    }

    private Finding finding(Verdict verdict, Reason reason, Supplier<Finding.Words> words) {
        return new Finding(GuardName.ERRORS, mode, verdict, reason, words);
    }

    /** Errors that one of several pods has nearly alone speak against that pod, not against the build. */
    private static final class Concentration {
        private static final int MIN_PODS = 3;
        private static final long MIN_ERRORS = 5;
        private static final double MOST = 0.8;
        /** So many errors hurt whoever makes them. */
        private static final double MAX_ERROR_RATIO = 0.05;

        private Concentration() {}

        static Optional<String> of(Traffic traffic) {
            var pods = traffic.aotPods();
            if (pods.size() < MIN_PODS || traffic.aot().errorRatio() > MAX_ERROR_RATIO) return Optional.empty();
            var all = 0L;
            var most = 0L;
            var name = "";
            for (var pod : pods) {
                var errors = pod.errors();
                all += errors;
                if (errors > most) {
                    most = errors;
                    name = pod.pod();
                }
            }
            if (all < MIN_ERRORS || most <= MOST * all) return Optional.empty();
            return Optional.of("pod " + name + " has " + Text.count(most) + " of " + Text.count(all)
                    + " failed AOT requests; delete it, and see whether others fail too");
        }
    }
}
