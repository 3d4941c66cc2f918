package dev.aotrollout.judge;

import java.util.List;

/**
 * Does the AOT track spend the service's error budget faster than it may? Only failed requests beyond what JIT's error ratio in the
 * same window explains are attributed, so an outage that both tracks share never fails this guard. Windows are clipped to the age
 * of the step; a pair of windows that are both clipped demands more in proportion, so that a slow pair does not call the first
 * seconds of a step a burn of hours.
 *
 * @param objectivePercent good requests, between 0 and 100
 * @param maxStepSpendPercent of the whole budget, in one step
 * @param maxRolloutSpendPercent of the whole budget, in all steps of this rollout
 * @param fastBurn any of these fails the guard
 */
public record BudgetGuard(
        double objectivePercent, double maxStepSpendPercent, double maxRolloutSpendPercent, List<FastBurn> fastBurn)
        implements Guard {
    /** Fewer excess errors than this are too few to call a burn, however short the window. */
    private static final double MIN_EXCESS_ERRORS = 3;
    /**
     * Where both tracks fail. In the bucket in which a weight is first served, the share of AOT and an outage of both tracks can begin
     * together: AOT then has the bad seconds alone. One such bucket is no burn.
     */
    private static final int MIN_BUCKETS = 2;

    public BudgetGuard {
        fastBurn = List.copyOf(fastBurn);
    }

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return switch (evidence.traffic()) {
            case Reading.Missing<Traffic>(var why, var _) -> finding(Verdict.UNKNOWN, Reason.NoData, why, Figures.NONE);
            case Reading.Known<Traffic>(var traffic, var _) -> {
                for (var rule : fastBurn)
                    if (burns(rule, traffic, evidence, recall)) yield burning(rule, traffic, evidence);
                yield spend(traffic, evidence, recall);
            }
        };
    }

    private double allowedErrorRatio() {
        return 1 - objectivePercent / 100;
    }

    private boolean burns(FastBurn rule, Traffic traffic, Evidence evidence, Recall recall) {
        var factor = rule.factor() * clipping(rule, evidence.step());
        var inShort = traffic.since(evidence.now().minus(rule.shortWindow()));
        if (burnRate(inShort) <= factor) return false;
        var inLong = traffic.since(evidence.now().minus(rule.longWindow()));
        return inLong.excessErrors() >= MIN_EXCESS_ERRORS
                && burnRate(inLong) > factor
                && inLong.excessIsBeyondChance(Overdispersion.ofErrors(traffic, recall))
                && (inLong.jit().errors() == 0
                        || inLong.hasScarceJit()
                        || traffic.bucketsWithExcessSince(evidence.now().minus(rule.longWindow())) >= MIN_BUCKETS);
    }

    /** How much longer the short window is than the step; at least 1. */
    private static double clipping(FastBurn rule, StepWindow step) {
        var age = step.age().toMillis();
        var window = rule.shortWindow().toMillis();
        return age >= window ? 1 : age <= 0 ? Double.POSITIVE_INFINITY : (double) window / age;
    }

    /** Attributed error ratio of the AOT track as a multiple of the allowed one. */
    private double burnRate(Totals window) {
        var requests = window.aot().requests();
        return requests == 0 ? 0 : window.excessErrors() / requests / allowedErrorRatio();
    }

    private Finding burning(FastBurn rule, Traffic traffic, Evidence evidence) {
        var window = traffic.since(evidence.now().minus(rule.longWindow()));
        var rate = burnRate(window);
        return finding(
                Verdict.FAIL,
                Reason.BudgetFastBurn,
                "AOT burns the error budget at " + Text.trimmed(rate) + "x the sustainable rate over "
                        + rule.longWindow().toSeconds() + " s and "
                        + rule.shortWindow().toSeconds() + " s, limit "
                        + Text.trimmed(rule.factor()) + "x (objective " + Text.percent(objectivePercent) + "); "
                        + attributed(window),
                new Figures.Measured(
                        "burn rate", rate, rule.factor(), window.aot().requests()));
    }

    /** How many failed AOT requests JIT's own error ratio does not explain. */
    private static String attributed(Totals window) {
        return Text.trimmed(window.excessErrors()) + " of "
                + Text.count(window.aot().errors()) + " failed AOT requests are beyond JIT's own error ratio";
    }

    private Finding spend(Traffic traffic, Evidence evidence, Recall recall) {
        if (!(evidence.budget() instanceof Reading.Known<Budget>(var budget, var _)))
            return finding(
                    Verdict.UNKNOWN, Reason.NoData, ((Reading.Missing<Budget>) evidence.budget()).why(), Figures.NONE);
        var inStep = spentPercent(traffic, budget);
        var inRollout = evidence.step().spentBeforePercent() + inStep;
        var requests = traffic.aot().requests();
        if (inStep > maxStepSpendPercent && isSure(traffic, recall))
            return overspent(Reason.BudgetStepOverspent, "this step", inStep, maxStepSpendPercent, requests);
        if (inRollout > maxRolloutSpendPercent && isSure(traffic, recall))
            return overspent(
                    Reason.BudgetRolloutOverspent, "this rollout", inRollout, maxRolloutSpendPercent, requests);
        return new Finding(
                GuardName.BUDGET,
                Mode.ENFORCE,
                Verdict.PASS,
                Reason.BudgetHealthy,
                () -> new Finding.Words(
                        Text.percent(budget.remainingPercent()) + " of the error budget remain; this rollout spent "
                                + Text.percent(inRollout) + " of it, limit " + Text.percent(maxRolloutSpendPercent),
                        new Figures.Measured("percent", inRollout, maxRolloutSpendPercent, requests)));
    }

    private static boolean isSure(Traffic traffic, Recall recall) {
        return traffic.totals().excessIsBeyondChance(Overdispersion.ofErrors(traffic, recall));
    }

    /** Percent of the whole budget that the AOT track's excess errors in {@code traffic} spent. */
    public static double spentPercent(Traffic traffic, Budget budget) {
        return 100 * traffic.totals().excessErrors() / budget.allowedErrors();
    }

    private Finding overspent(Reason reason, String what, double spent, double limit, long requests) {
        return finding(
                Verdict.FAIL,
                reason,
                what + " spent " + Text.percent(spent) + " of the error budget, limit " + Text.percent(limit),
                new Figures.Measured("percent", spent, limit, requests));
    }

    private Finding finding(Verdict verdict, Reason reason, String message, Figures figures) {
        return new Finding(GuardName.BUDGET, Mode.ENFORCE, verdict, reason, message, figures);
    }
}
