package dev.aotrollout.decision;

import static dev.aotrollout.decision.Row.row;
import static dev.aotrollout.decision.Row.tests;
import static dev.aotrollout.decision.Situation.THIN;
import static dev.aotrollout.decision.Situation.entered;
import static dev.aotrollout.decision.Situation.shifted;
import static dev.aotrollout.decision.Situation.soaked;

import dev.aotrollout.judge.Counts;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What users skip, and what becomes of a step that does not pass in time. */
class RulesOfPatienceTest {
    private static final Duration LATE = Duration.ofHours(2);

    @TestFactory
    Stream<DynamicTest> promotionByTheUser() {
        return tests(
                row(
                        "step skips the soak",
                        shifted(1).promote(Promotion.STEP, 1).servedBefore(Duration.ofSeconds(1)),
                        "Advance 2 StepEntered"),
                row(
                        "step skips thin evidence",
                        soaked(1).findings(THIN).promote(Promotion.STEP, 1),
                        "Advance 2 StepEntered"),
                row(
                        "step counts in the step that it was given in only",
                        soaked(1).findings(THIN).promote(Promotion.STEP, 0),
                        "Wait ThinEvidence"),
                row(
                        "step is noted with the step that it meets",
                        soaked(1).findings(THIN).promoteUnseen(Promotion.STEP),
                        "Advance 2 StepEntered"),
                row(
                        "step of the last step promotes",
                        soaked(2).findings(THIN).promote(Promotion.STEP, 2),
                        "Promote Promoted"),
                row(
                        "full skips in every step",
                        soaked(1).findings(THIN).promote(Promotion.FULL, 0),
                        "Advance 2 StepEntered"),
                row(
                        "full still waits until the weight is served",
                        shifted(1).routeAt(5).promote(Promotion.FULL, 0),
                        "Wait WeightUnserved"),
                row(
                        "full still waits for AOT pods",
                        entered(2).aotReady(3).promote(Promotion.FULL, 0),
                        "Wait TracksUnready"),
                row(
                        "full does not spend a budget that is too low",
                        soaked(1).remaining(5).promote(Promotion.FULL, 0),
                        "Hold BudgetTooLow"));
    }

    @TestFactory
    Stream<DynamicTest> afterTheDeadline() {
        var enough = new Counts(20_000, 0, 0);
        return tests(
                row(
                        "evidence in the last second of the deadline still waits",
                        soaked(1).findings(THIN).enteredBefore(Situation.MAX_STEP.plusSeconds(59)),
                        "Wait ThinEvidence"),
                row("Pause holds", soaked(1).findings(THIN).enteredBefore(LATE), "Hold Inconclusive"),
                row(
                        "Pause holds where AOT pods never got ready",
                        entered(0).aotReady(0).enteredBefore(LATE),
                        "Hold Inconclusive"),
                row(
                        "Pause holds where the route was never accepted",
                        shifted(1).route(new RouteFacts(50, 50, false, "no")).enteredBefore(LATE),
                        "Hold Inconclusive"),
                row(
                        "RollBack rolls back",
                        soaked(1).findings(THIN).enteredBefore(LATE).onInconclusive(OnInconclusive.ROLL_BACK),
                        "RollBack ProgressDeadline"),
                row(
                        "RollBack rolls back where AOT pods never got ready",
                        entered(0).aotReady(0).enteredBefore(LATE).onInconclusive(OnInconclusive.ROLL_BACK),
                        "RollBack ProgressDeadline"),
                row(
                        "AdvanceWithinBudget advances where the worst case is cheap",
                        soaked(0)
                                .findings(THIN)
                                .requests(enough, enough)
                                .enteredBefore(LATE)
                                .onInconclusive(OnInconclusive.ADVANCE_WITHIN_BUDGET),
                        "Advance 1 StepEntered"),
                row(
                        "AdvanceWithinBudget holds where too few requests say little",
                        soaked(0)
                                .findings(THIN)
                                .requests(enough, new Counts(20, 0, 0))
                                .enteredBefore(LATE)
                                .onInconclusive(OnInconclusive.ADVANCE_WITHIN_BUDGET),
                        "Hold Inconclusive"),
                row(
                        "AdvanceWithinBudget holds where earlier steps spent too much",
                        soaked(0)
                                .findings(THIN)
                                .requests(enough, enough)
                                .spent(4.99)
                                .enteredBefore(LATE)
                                .onInconclusive(OnInconclusive.ADVANCE_WITHIN_BUDGET),
                        "Hold Inconclusive"),
                row(
                        "AdvanceWithinBudget holds without a request",
                        soaked(0)
                                .findings(THIN)
                                .enteredBefore(LATE)
                                .onInconclusive(OnInconclusive.ADVANCE_WITHIN_BUDGET),
                        "Hold Inconclusive"),
                row(
                        "AdvanceWithinBudget never leaves a weight that is not served",
                        shifted(1)
                                .unserved()
                                .routeAt(5)
                                .enteredBefore(LATE)
                                .onInconclusive(OnInconclusive.ADVANCE_WITHIN_BUDGET),
                        "Hold Inconclusive"),
                row(
                        "AdvanceWithinBudget keeps waiting for AOT pods",
                        entered(0).aotReady(0).enteredBefore(LATE).onInconclusive(OnInconclusive.ADVANCE_WITHIN_BUDGET),
                        "Hold Inconclusive"),
                row(
                        "a promotion by the user ends an inconclusive step",
                        soaked(1).findings(THIN).enteredBefore(LATE).promote(Promotion.STEP, 1),
                        "Advance 2 StepEntered"),
                row(
                        "missing metrics hold, deadline or not",
                        soaked(1).blind().enteredBefore(LATE).onInconclusive(OnInconclusive.ROLL_BACK),
                        "Hold MetricsUnavailable"),
                row(
                        "a pause holds, deadline or not",
                        soaked(1).pausedInSpec().enteredBefore(LATE).onInconclusive(OnInconclusive.ROLL_BACK),
                        "Hold PausedByUser"));
    }
}
