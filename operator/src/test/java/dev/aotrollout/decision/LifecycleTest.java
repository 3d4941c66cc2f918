package dev.aotrollout.decision;

import static dev.aotrollout.decision.RolloutState.NOT_YET;
import static dev.aotrollout.decision.Situation.NOW;
import static dev.aotrollout.decision.Situation.entered;
import static dev.aotrollout.decision.Situation.fresh;
import static dev.aotrollout.decision.Situation.promoted;
import static dev.aotrollout.decision.Situation.rolledBack;
import static dev.aotrollout.decision.Situation.shifted;
import static dev.aotrollout.decision.Situation.soaked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static RolloutState after(Situation situation) {
        return situation.look().after();
    }

    private static RolloutState taken(Situation situation) {
        return Decider.take(situation.plan(), situation.state());
    }

    @Test
    void aNewRevisionStartsAgainBeforeTheFirstStepWithNoWeight() {
        var state = taken(soaked(1).planRevision("r2").spent(3));
        assertThat(state.revision()).isEqualTo("r2");
        assertThat(state.step()).isEqualTo(-1);
        assertThat(state.weight()).isZero();
        assertThat(state.clock().started()).isEqualTo(NOT_YET);
        assertThat(state.clock().zeroServed()).as("weight 50 is still served").isEqualTo(NOT_YET);
        assertThat(state.spentPercent()).isZero();
    }

    @Test
    void aNewRevisionAtWeightFiftyGoesToZeroDrainsAndThenBegins() {
        var changed = soaked(1).planRevision("r2").aotReady(5);
        assertThat(changed.look().decision()).isInstanceOf(Decision.Wait.class);
        assertThat(changed.look().decision().reason()).isEqualTo(Reason.Draining);
        assertThat(changed.look().desired().weight()).isZero();
        assertThat(changed.look().desired().aot()).isEqualTo(new DesiredState.AotTrack.Leave());
    }

    @Test
    void aNewRevisionEndsARollBackAndAPromotion() {
        assertThat(taken(rolledBack(Reason.OomKilled).planRevision("r2")).outcome())
                .isEqualTo(Outcome.RUNNING);
        var returning = taken(promoted().planRevision("r2").jitMemory(10, true));
        assertThat(returning.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(returning.jit()).as("JIT is still scaled down").isEqualTo(new RolloutState.JitMemory(10, true));
    }

    @Test
    void aMissingJitDeploymentIsNoNewRevision() {
        var state = soaked(1).planRevision("").jitAbsent();
        assertThat(taken(state)).isEqualTo(state.state());
    }

    @Test
    void anEditedSoakStartsNothingAgain() {
        var edited = soaked(1)
                .steps(new Step(5, Situation.SOAK), new Step(50, Duration.ofHours(2)), new Step(100, Situation.SOAK));
        assertThat(taken(edited)).isEqualTo(edited.state());
        assertThat(edited.look().decision().reason()).isEqualTo(Reason.SoakWaits);
    }

    @Test
    void aRetryCountsOnceAndOnlyAfterARollBack() {
        assertThat(taken(rolledBack(Reason.OomKilled).retry("1")).outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(taken(rolledBack(Reason.OomKilled).retry("1")).handled().retry())
                .isEqualTo("1");
        assertThat(taken(rolledBack(Reason.OomKilled).handledRetry("1").retry("1"))
                        .outcome())
                .isEqualTo(Outcome.ROLLED_BACK);
        assertThat(taken(rolledBack(Reason.OomKilled).handledRetry("1").retry("2"))
                        .outcome())
                .isEqualTo(Outcome.RUNNING);
        assertThat(taken(soaked(1).retry("1")).step()).isEqualTo(1);
    }

    @Test
    void aRetryFromBeforeTheRollBackIsNoAnswerToIt() {
        var failing = soaked(1).retry("1").findings(Situation.FAILED).look();
        assertThat(failing.after().outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(Decider.take(failing.plan(), failing.after()).outcome()).isEqualTo(Outcome.ROLLED_BACK);
    }

    @Test
    void aRetryWaitsUntilTheAbortIsTakenBack() {
        assertThat(taken(rolledBack(Reason.Aborted).abort("pager").retry("1")).outcome())
                .isEqualTo(Outcome.ROLLED_BACK);
        assertThat(taken(rolledBack(Reason.Aborted).retry("1")).outcome()).isEqualTo(Outcome.RUNNING);
    }

    @Test
    void aRetryWaitsWhileTheGoalIsJit() {
        assertThat(taken(rolledBack(Reason.GoalIsJit).goalJit().retry("1")).outcome())
                .isEqualTo(Outcome.ROLLED_BACK);
    }

    @Test
    void goalAotStartsAgainWhatGoalJitEndedAndNothingElse() {
        assertThat(taken(rolledBack(Reason.GoalIsJit)).outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(taken(rolledBack(Reason.ErrorsRegressed)).outcome()).isEqualTo(Outcome.ROLLED_BACK);
    }

    @Test
    void aPromotionIsNotedWithItsStepAndForgottenWithItsAnnotation() {
        assertThat(taken(soaked(1).promoteUnseen(Promotion.STEP)).handled())
                .isEqualTo(new RolloutState.Handled(Promotion.STEP, 1, ""));
        assertThat(taken(soaked(1).promote(Promotion.STEP, 0)).handled())
                .isEqualTo(new RolloutState.Handled(Promotion.STEP, 0, ""));
        assertThat(taken(soaked(1).promote(Promotion.STEP, 0).promoteUnseen(Promotion.NONE))
                        .handled())
                .isEqualTo(new RolloutState.Handled(Promotion.NONE, -1, ""));
    }

    @Test
    void aPromotionGivenToOneRevisionSkipsNothingOfTheNext() {
        var state = taken(soaked(1).promote(Promotion.STEP, 1).planRevision("r2"));
        assertThat(state.handled().promoteStep()).isNegative();
    }

    @Test
    void aFullPromotionOfOneRevisionDoesNotSkipTheChecksOfTheNext() {
        var state = taken(soaked(1).promote(Promotion.FULL, 1).planRevision("r2"));
        assertThat(state.handled()).isEqualTo(new RolloutState.Handled(Promotion.FULL, RolloutState.Handled.SPENT, ""));
    }

    @Test
    void enteringAStepResetsItsClocksAndKeepsTheWeight() {
        var state = after(soaked(0));
        assertThat(state.step()).isEqualTo(1);
        assertThat(state.weight()).isEqualTo(5);
        assertThat(state.clock().stepEntered()).isEqualTo(NOW);
        assertThat(state.clock().shifted()).isEqualTo(NOT_YET);
        assertThat(state.clock().served()).isEqualTo(NOT_YET);
    }

    @Test
    void aShiftIsRecordedBeforeItIsServed() {
        var state = after(entered(1));
        assertThat(state.weight()).isEqualTo(50);
        assertThat(state.clock().shifted()).isEqualTo(NOW);
        assertThat(state.isServed()).isFalse();
    }

    @Test
    void theSoakCountsFromTheFirstLookThatSeesTheWeightServed() {
        assertThat(after(shifted(1).requests(new Counts(500, 0, 0), new Counts(500, 0, 0)))
                        .clock()
                        .served())
                .isEqualTo(NOW);
        assertThat(after(shifted(1).routeAt(5)).isServed()).isFalse();
        assertThat(after(shifted(1).pending()).isServed()).isFalse();
        assertThat(after(shifted(1).blind()).isServed()).isFalse();
        var earlier = shifted(1).servedBefore(Duration.ofSeconds(30));
        assertThat(after(earlier).clock().served()).isEqualTo(NOW.minusSeconds(30));
    }

    @Test
    void aPromotedWeightIsServedAnewAfterSomebodyChangedTheRoute() {
        assertThat(after(promoted().routeAt(0)).isServed()).isFalse();
        assertThat(after(promoted().unserved()).clock().served()).isEqualTo(NOW);
        assertThat(after(promoted()).clock().served()).isEqualTo(NOW.minus(Situation.SOAK));
    }

    @Test
    void theDrainCountsFromTheFirstLookThatSeesWeightZeroServed() {
        assertThat(after(rolledBack(Reason.OomKilled).zeroNotServed()).clock().zeroServed())
                .isEqualTo(NOW);
        assertThat(after(rolledBack(Reason.OomKilled).zeroNotServed().routeAt(5))
                        .clock()
                        .zeroServed())
                .isEqualTo(NOT_YET);
    }

    @Test
    void whatAStepSpentIsAddedWhenItEnds() {
        var errors = soaked(1).spent(1).requests(new Counts(500, 0, 0), new Counts(500, 20, 0));
        assertThat(after(errors).spentPercent()).isEqualTo(1.2);
        assertThat(after(errors.abort("pager")).spentPercent()).isEqualTo(1.2);
        assertThat(after(soaked(1).spent(1).blind().abort("pager")).spentPercent())
                .isEqualTo(1);
    }

    @Test
    void anEndKeepsWhyAndWhen() {
        var state = after(soaked(1).abort("pager"));
        assertThat(state.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(state.weight()).isZero();
        assertThat(state.step()).as("where it failed").isEqualTo(1);
        assertThat(state.ending().reason()).isEqualTo(Reason.Aborted);
        assertThat(state.ending().at()).isEqualTo(NOW);
        assertThat(after(soaked(2)).weight()).as("a promotion keeps the weight").isEqualTo(100);
    }

    @Test
    void retirementIsRememberedUntilJitCarriesEverythingAgain() {
        assertThat(after(promoted().retire(Duration.ofMinutes(1), 0)).jit())
                .isEqualTo(new RolloutState.JitMemory(10, true));
        var back = promoted().goalJit().retire(Duration.ofMinutes(1), 0).jitMemory(10, true);
        assertThat(after(back.jit(10, 9, true)).jit().retired()).isTrue();
        assertThat(after(back.jit(10, 10, true)).jit().retired()).isFalse();
        assertThat(after(back.jit(0, 0, true)).jit().capacity())
                .as("0 replicas of a retired track are no capacity")
                .isEqualTo(10);
    }

    @Test
    void anAbortOfAFreshRolloutEndsIt() {
        assertThat(after(fresh().abort("pager")).outcome()).isEqualTo(Outcome.ROLLED_BACK);
    }
}
