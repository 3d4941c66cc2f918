package dev.aotrollout.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What holds in every situation, however odd. Each run draws a new seed and prints it; {@code -Dseed=…} repeats one. */
class DecisionPropertyTest {
    private static final int SITUATIONS = 20_000;
    private long seed;

    @BeforeEach
    void drawSeed(TestInfo test) {
        seed = Long.getLong("seed", new SplittableRandom().nextLong());
        System.out.println(test.getDisplayName() + " seed " + seed);
    }

    private void everywhere(BiConsumer<Situation, Outlook> property) {
        var situations = new RandomSituation(new SplittableRandom(seed));
        for (var i = 0; i < SITUATIONS; i++) {
            var situation = situations.next();
            property.accept(situation, situation.look());
        }
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        everywhere((situation, outlook) -> {
            assertThat(situation.look()).isEqualTo(outlook);
            assertThat(situation.look().desired()).isEqualTo(outlook.desired());
        });
    }

    @Test
    void whatWasTakenOnceIsTakenAsItIs() {
        everywhere((situation, _) -> {
            var taken = Decider.take(situation.plan(), situation.state());
            assertThat(Decider.take(situation.plan(), taken)).isEqualTo(taken);
        });
    }

    @Test
    void theAskedWeightNeverRisesAgainstAFailedGuardTroublePauseOrMissingData() {
        everywhere((situation, outlook) -> {
            if (speaksAgainst(outlook))
                assertThat(outlook.after().weight())
                        .as("%s", outlook)
                        .isLessThanOrEqualTo(situation.state().weight());
        });
    }

    /** While a guard is unknown a step may get its weight, for only that can tell; the next step may not begin. */
    @Test
    void noStepBeginsWhileAGuardStandsInTheWayUnlessSomebodyAnswersForIt() {
        everywhere((situation, outlook) -> {
            if (outlook.decision() instanceof Decision.Advance(var step, var _, var _, var _)
                    && step > 0
                    && outlook.plan().step(step - 1).weight() > 0
                    && outlook.plan().commands().promote() == Promotion.NONE
                    && outlook.plan().policy().onInconclusive() != OnInconclusive.ADVANCE_WITHIN_BUDGET)
                assertThat(situation.seen().findings()).as("%s", outlook).allMatch(f -> f.permitsAdvance());
        });
    }

    @Test
    void aLookThatCannotTellNeverRaisesTheRoutes() {
        everywhere((_, outlook) -> {
            if (outlook.decision() instanceof Decision.Hold
                    || outlook.decision().reason() == Reason.MetricsPending)
                assertThat(outlook.desired().weight())
                        .as("%s", outlook)
                        .isLessThanOrEqualTo(outlook.seen().route().weight());
        });
    }

    @Test
    void neverAboveTheCurrentStepNorOutsideOfZeroToHundred() {
        everywhere((_, outlook) -> {
            var state = outlook.after();
            assertThat(outlook.desired().weight()).isBetween(0, 100);
            if (state.outcome() == Outcome.RUNNING
                    && state.step() >= 0
                    && !(outlook.decision() instanceof Decision.Hold))
                assertThat(state.weight())
                        .as("%s", outlook)
                        .isLessThanOrEqualTo(outlook.plan().step(state.step()).weight());
        });
    }

    @Test
    void afterARollBackNoWeightIsAskedForAndNoneComesBack() {
        everywhere((_, outlook) -> {
            if (outlook.after().outcome() != Outcome.ROLLED_BACK) return;
            assertThat(outlook.after().weight()).isZero();
            var allowed =
                    outlook.after().jit().retired() ? outlook.seen().route().weight() : 0;
            assertThat(outlook.desired().weight()).as("%s", outlook).isLessThanOrEqualTo(allowed);
        });
    }

    @Test
    void aWeightComesWithPodsAndPodsGoOnlyWithoutWeight() {
        everywhere((_, outlook) -> {
            if (outlook.desired().aot() instanceof DesiredState.AotTrack.Stop)
                assertThat(outlook.after().weight()).as("%s", outlook).isZero();
            if (outlook.decision() instanceof Decision.Shift(var weight, var _, var _, var _)
                    && weight > outlook.before().weight())
                assertThat(outlook.seen().aot().ready()).as("%s", outlook).isPositive();
        });
    }

    @Test
    void everyLookSaysWhyAndWhenItLooksAgain() {
        everywhere((_, outlook) -> {
            assertThat(outlook.decision().message()).isNotBlank();
            assertThat(outlook.decision().recheckAfter()).isPositive().isLessThanOrEqualTo(Case.CALM);
        });
    }

    private static boolean speaksAgainst(Outlook outlook) {
        var seen = outlook.seen();
        var blind = seen.evidence().traffic() instanceof Reading.Missing<?>
                || seen.evidence().budget() instanceof Reading.Missing<?>;
        var paused = outlook.plan().paused() || outlook.plan().commands().paused();
        var failed = outlook.after().step() >= 0 && seen.findings().stream().anyMatch(f -> f.demandsRollback());
        return blind || paused || failed || !seen.troubles().isEmpty();
    }
}
