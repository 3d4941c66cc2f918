package dev.aotrollout.cli;

import dev.aotrollout.decision.Moments;
import dev.aotrollout.judge.Text;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules of policy about the steps. */
final class StepRules {
    /** A build that nobody has seen under load should not meet more of the users than this, in percent. */
    private static final int LARGE_FIRST_WEIGHT = 10;
    /** From one step to the next. */
    private static final int LARGE_JUMP = 20;
    /** Counters of fewer scrapes than this show no trend. */
    private static final int SCRAPES = 3;

    private StepRules() {}

    static Stream<Remark> firstWeightIsLarge(Draft draft) {
        var index = draft.firstWeighted();
        var weight = draft.steps().get(index).weight();
        if (weight <= LARGE_FIRST_WEIGHT) return Stream.empty();
        return Stream.of(draft.warning(
                draft.path(index),
                "first-weight-large",
                "the first weight is %s: an unproven build meets %s of the requests at once; begin with 1 to %s"
                        .formatted(weight, Text.percent(weight), LARGE_FIRST_WEIGHT)));
    }

    static Stream<Remark> firstStepMayOverspend(Draft draft) {
        var limit = draft.spec().errorBudget().maxStepSpendPercent();
        var index = draft.firstWeighted();
        var spent = worst(draft, index);
        return spent <= limit
                ? Stream.empty()
                : Stream.of(draft.warning(
                        draft.path(index),
                        "step-may-overspend",
                        overspending(draft, index, "maxStepSpendPercent", limit)));
    }

    /** Later steps carry a build that has proven itself; only what the whole rollout may not spend is worth a word. */
    static Stream<Remark> stepMayOverspend(Draft draft) {
        var limit = draft.spec().errorBudget().maxRolloutSpendPercent();
        return IntStream.range(draft.firstWeighted() + 1, draft.steps().size())
                .filter(index -> worst(draft, index) > limit)
                .mapToObj(index -> draft.advice(
                        draft.path(index),
                        "step-may-overspend",
                        overspending(draft, index, "maxRolloutSpendPercent", limit)))
                .limit(1);
    }

    private static double worst(Draft draft, int index) {
        return draft.exposure()
                .worstSpentPercent(
                        draft.steps().get(index).weight(), draft.traffic().requestsPerSecond());
    }

    private static String overspending(Draft draft, int index, String field, double limit) {
        var weight = draft.steps().get(index).weight();
        var perSecond = draft.traffic().requestsPerSecond();
        var exposure = draft.exposure();
        return "a build that fails every request costs %s of the error budget at weight %s before it is back at 0 (%s), errorBudget.%s is %s; a step of weight %s costs less than that, and so does a shorter scrape interval"
                .formatted(
                        Text.percent(exposure.worstSpentPercent(weight, perSecond)),
                        weight,
                        Text.seconds(exposure.totalFailureSeconds(weight, perSecond)),
                        field,
                        Text.percent(limit),
                        exposure.largestWeight(limit, perSecond));
    }

    static Stream<Remark> weightJumps(Draft draft) {
        return IntStream.range(draft.firstWeighted() + 1, draft.steps().size())
                .filter(index -> draft.steps().get(index).weight()
                        > LARGE_JUMP * draft.steps().get(index - 1).weight())
                .mapToObj(index -> {
                    var before = draft.steps().get(index - 1).weight();
                    var weight = draft.steps().get(index).weight();
                    var between = Math.round(Math.sqrt(before * weight));
                    return draft.warning(
                            draft.path(index),
                            "weight-jump",
                            "from weight %s to %s is %s times the load at once; put a step of about %s between them"
                                    .formatted(before, weight, weight / before, between));
                });
    }

    static Stream<Remark> soakIsBelowScrapes(Draft draft) {
        var needed = SCRAPES * draft.traffic().scrapeSeconds()
                + draft.spec().metrics().intervalSeconds();
        return IntStream.range(draft.firstWeighted(), draft.steps().size())
                .filter(index -> draft.steps().get(index).soakSeconds() < needed)
                .mapToObj(index -> draft.warning(
                        draft.path(index) + ".soakSeconds",
                        "soak-below-scrapes",
                        "soaks %s: Prometheus scrapes every %s s, fewer than %s scrapes show no trend; soak at least %s s, or say --scrape-seconds"
                                .formatted(
                                        Moments.text(Duration.ofSeconds(
                                                draft.steps().get(index).soakSeconds())),
                                        draft.traffic().scrapeSeconds(),
                                        SCRAPES,
                                        needed)));
    }

    /** Pods are started with the first step, so all soaks up to a step's end count. */
    static Stream<Remark> soakIsBelowWarmUp(Draft draft) {
        var warmUp = draft.spec().metrics().warmUpSeconds();
        var index = draft.firstWeighted();
        var age = draft.steps().subList(0, index + 1).stream()
                .mapToLong(step -> step.soakSeconds())
                .sum();
        if (age > warmUp) return Stream.empty();
        return Stream.of(draft.advice(
                draft.path(index) + ".soakSeconds",
                "soak-below-warm-up",
                "the soak is over when AOT pods are %s old, and metrics.warmUpSeconds is %s: latency, memory and processor time have nothing to judge until then, so the step waits longer than it soaks; soak more than %s s, or lower warmUpSeconds"
                        .formatted(Moments.text(Duration.ofSeconds(age)), warmUp, warmUp)));
    }

    static Stream<Remark> testStepWithoutHeader(Draft draft) {
        if (draft.spec().traffic().testHeader() != null) return Stream.empty();
        return IntStream.range(0, draft.steps().size())
                .filter(index -> draft.steps().get(index).weight() == 0)
                .mapToObj(
                        index -> draft.advice(
                                draft.path(index),
                                "weight-0-without-header",
                                "at weight 0 only requests with traffic.testHeader reach AOT, and there is none; set it, or drop the step"));
    }

    static Stream<Remark> evidenceIsOutOfReach(Draft draft) {
        if (!draft.traffic().isKnown()) return Stream.empty();
        var index = draft.firstWeighted();
        var step = draft.steps().get(index);
        var guards = draft.spec().guards();
        var needed = Math.max(guards.errors().minRequests(), guards.latency().minRequests());
        var seconds = needed / draft.aotPerSecond(index);
        if (seconds <= step.soakSeconds()) return Stream.empty();
        var deadline = step.soakSeconds() + draft.spec().progress().maxStepSeconds();
        var numbers = "weight %s of %s requests/s gives %s AOT requests in the soak of %s; %s are needed, that takes %s"
                .formatted(
                        step.weight(),
                        Text.trimmed(draft.traffic().requestsPerSecond()),
                        Text.count(Math.round(draft.aotPerSecond(index) * step.soakSeconds())),
                        Moments.text(Duration.ofSeconds(step.soakSeconds())),
                        Text.count(needed),
                        Moments.text(Duration.ofSeconds(Math.round(seconds))));
        return Stream.of(
                seconds > deadline
                        ? draft.warning(
                                draft.path(index),
                                "evidence-out-of-reach",
                                numbers + ", and the step is given up after "
                                        + Moments.text(Duration.ofSeconds(deadline))
                                        + "; begin with a larger weight, or raise progress.maxStepSeconds")
                        : draft.advice(
                                draft.path(index),
                                "evidence-after-soak",
                                numbers + "; the step lasts longer than it soaks"));
    }
}
