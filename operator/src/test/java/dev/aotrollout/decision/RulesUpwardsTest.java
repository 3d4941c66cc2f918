package dev.aotrollout.decision;

import static dev.aotrollout.decision.Row.row;
import static dev.aotrollout.decision.Row.tests;
import static dev.aotrollout.decision.Situation.OOM;
import static dev.aotrollout.decision.Situation.THIN;
import static dev.aotrollout.decision.Situation.entered;
import static dev.aotrollout.decision.Situation.finding;
import static dev.aotrollout.decision.Situation.fresh;
import static dev.aotrollout.decision.Situation.shifted;
import static dev.aotrollout.decision.Situation.soaked;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Verdict;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What leads to the next weight, and what keeps it away: what is seen, in a sentence, and what is decided. */
class RulesUpwardsTest {
    private static final Finding PODS = finding(GuardName.RESTARTS, Verdict.PASS, Reason.PodsHealthy);
    private static final Finding NO_STARTS = finding(GuardName.STARTUP, Verdict.UNKNOWN, Reason.ThinEvidence);

    @TestFactory
    Stream<DynamicTest> theWayUp() {
        return tests(
                row("a fresh rollout begins its first step", fresh(), "Advance 0 StepEntered"),
                row("the first step waits for its AOT pods", entered(0).aotReady(1), "Wait TracksUnready"),
                row(
                        "AOT pods of an older revision do not count as ready",
                        entered(0).aot(new TrackFacts(true, 2, 2, true, "r0")),
                        "Wait TracksUnready"),
                row(
                        "AOT pods amid their own rolling update do not count as ready",
                        entered(0).aot(new TrackFacts(true, 2, 2, false, "r1")),
                        "Wait TracksUnready"),
                row("ready pods of both tracks get the weight of the step", entered(1), "Shift 50 WeightShifted"),
                row(
                        "a weight that no route asks for yet is waited for",
                        shifted(1).routeAt(5),
                        "Wait WeightUnserved"),
                row(
                        "two routes that differ are waited for",
                        shifted(1).route(new RouteFacts(50, 5, true, "")),
                        "Wait WeightUnserved"),
                row(
                        "a route that no gateway accepted is waited for",
                        shifted(1).route(new RouteFacts(50, 50, false, "HTTPRoute shop/checkout: no parent")),
                        "Wait RouteNotAccepted"),
                row(
                        "requests that bypass the route are waited for",
                        shifted(1).requests(new Counts(990, 0, 0), new Counts(10, 0, 0)),
                        "Wait WeightUnserved"),
                row(
                        "hardly any request proves nothing about the share at once",
                        shifted(1).requests(new Counts(3, 0, 0), new Counts(0, 0, 0)),
                        "Wait WeightUnserved"),
                row(
                        "hardly any request does not hold up the soak for long",
                        shifted(1)
                                .requests(new Counts(3, 0, 0), new Counts(0, 0, 0))
                                .shiftedBefore(Duration.ofSeconds(15)),
                        "Wait SoakWaits"),
                row(
                        "a served weight soaks",
                        shifted(1).requests(new Counts(500, 0, 0), new Counts(500, 0, 0)),
                        "Wait SoakWaits"),
                row(
                        "a soak is not over before its last second",
                        soaked(1).servedBefore(Duration.ofSeconds(59)),
                        "Wait SoakWaits"),
                row("thin evidence waits after the soak", soaked(1).findings(THIN), "Wait ThinEvidence"),
                row("a soaked step that passed is followed by the next", soaked(1), "Advance 2 StepEntered"),
                row("the last step that passed promotes", soaked(2), "Promote Promoted"));
    }

    @TestFactory
    Stream<DynamicTest> nothingGoesUpWhile() {
        return tests(
                row("paused in the spec", soaked(1).pausedInSpec(), "Hold PausedByUser"),
                row("paused by annotation", soaked(1).pausedByAnnotation(), "Hold PausedByUser"),
                row(
                        "paused, although the user promotes",
                        soaked(1).pausedInSpec().promote(Promotion.STEP, 1),
                        "Hold PausedByUser"),
                row("paused before the first step", fresh().pausedInSpec(), "Hold PausedByUser"),
                row("traffic is not measured", soaked(1).blind(), "Hold MetricsUnavailable"),
                row("the first answer of Prometheus is on its way", soaked(1).pending(), "Wait MetricsPending"),
                row("the budget is not measured", soaked(1).budgetMissing(), "Hold MetricsUnavailable"),
                row(
                        "metrics are missing, although the user promotes",
                        soaked(1).blind().promote(Promotion.FULL, 1),
                        "Hold MetricsUnavailable"),
                row("metrics are missing before the first step", fresh().blind(), "Hold MetricsUnavailable"),
                row("a reference is missing", soaked(1).trouble(Reason.MissingReference), "Hold MissingReference"),
                row(
                        "JIT is below the capacity that carries everything",
                        soaked(1).jit(10, 9, true),
                        "Wait JitBelowCapacity"),
                row("JIT rolls out itself before the first step", fresh().jit(10, 10, false), "Wait JitBelowCapacity"),
                row("the budget is too low to start", fresh().remaining(24.9), "Hold BudgetTooLow"),
                row("the budget is too low to advance", soaked(1).remaining(9.9), "Hold BudgetTooLow"),
                row(
                        "AOT pods of the old revision drain",
                        fresh().aot(new TrackFacts(true, 10, 10, true, "r0")).zeroServedBefore(Duration.ofSeconds(29)),
                        "Wait Draining"));
    }

    @TestFactory
    Stream<DynamicTest> limitsAreInclusive() {
        return tests(
                row("just enough budget starts", fresh().remaining(25), "Advance 0 StepEntered"),
                row("just enough budget advances", soaked(1).remaining(10), "Advance 2 StepEntered"),
                row(
                        "a budget too low to start does not stop a running plan",
                        soaked(1).remaining(20),
                        "Advance 2 StepEntered"),
                row(
                        "a JIT rolling update amid a step is no reason to wait",
                        soaked(1).jit(10, 10, false),
                        "Advance 2 StepEntered"),
                row(
                        "a drained old revision makes way",
                        fresh().aot(new TrackFacts(true, 10, 10, true, "r0")).zeroServedBefore(Situation.DRAIN),
                        "Advance 0 StepEntered"));
    }

    @TestFactory
    Stream<DynamicTest> aStepOfWeightZero() {
        var dark = new Step(0, Situation.SOAK);
        return tests(
                row(
                        "passes without requests",
                        soaked(0)
                                .steps(dark, new Step(100, Situation.SOAK))
                                .weight(0)
                                .routeAt(0)
                                .findings(THIN, PODS),
                        "Advance 1 StepEntered"),
                row(
                        "passes while memory shows no gain yet",
                        soaked(0)
                                .steps(dark, new Step(100, Situation.SOAK))
                                .weight(0)
                                .routeAt(0)
                                .findings(finding(GuardName.MEMORY, Verdict.UNKNOWN, Reason.MemoryGainMissing), PODS),
                        "Advance 1 StepEntered"),
                row(
                        "waits for the guards that need no requests",
                        soaked(0)
                                .steps(dark, new Step(100, Situation.SOAK))
                                .weight(0)
                                .routeAt(0)
                                .findings(NO_STARTS),
                        "Wait ThinEvidence"),
                row(
                        "fails like any other",
                        soaked(0)
                                .steps(dark, new Step(100, Situation.SOAK))
                                .weight(0)
                                .routeAt(0)
                                .findings(OOM),
                        "RollBack OomKilled"));
    }
}
