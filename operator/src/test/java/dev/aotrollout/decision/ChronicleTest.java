package dev.aotrollout.decision;

import static dev.aotrollout.decision.RolloutState.NOT_YET;
import static dev.aotrollout.decision.Situation.FAILED;
import static dev.aotrollout.decision.Situation.NOW;
import static dev.aotrollout.decision.Situation.fresh;
import static dev.aotrollout.decision.Situation.promoted;
import static dev.aotrollout.decision.Situation.shifted;
import static dev.aotrollout.decision.Situation.soaked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Reading;
import org.junit.jupiter.api.Test;

/** What is remembered of steps that were left and runs that ended. */
class ChronicleTest {
    @Test
    void aStepThatIsLeftKeepsItsRequests() {
        var look =
                soaked(1).requests(new Counts(500, 2, 0), new Counts(480, 1, 0)).look();
        var step = look.after().history().steps().getFirst();
        assertThat(step.weight()).isEqualTo(50);
        assertThat(step.left()).isEqualTo(NOW);
        assertThat(step.tally())
                .isInstanceOfSatisfying(
                        Reading.Known.class,
                        known -> assertThat(known.value())
                                .isEqualTo(new StepRecord.Tally(
                                        500, 2, 480, 1, look.after().spentPercent())));
    }

    @Test
    void aStepThatWaitsIsNotRecordedYet() {
        assertThat(shifted(1).look().after().history()).isEqualTo(History.NONE);
    }

    @Test
    void aRollbackEndsARunThatStaysUntilItIsFiled() {
        var after = soaked(1).findings(FAILED).look().after();
        var run = after.history().unfiled().getFirst();
        assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(run.weight()).isEqualTo(50);
        assertThat(run.steps()).hasSize(1);
        assertThat(after.withoutFiled(any -> true).history().unfiled()).isEmpty();
        assertThat(after.withoutFiled(any -> false)).isSameAs(after);
    }

    @Test
    void aPromotionEndsARunToo() {
        assertThat(soaked(2).look().after().history().unfiled())
                .singleElement()
                .satisfies(run -> assertThat(run.outcome()).isEqualTo(Outcome.PROMOTED));
    }

    @Test
    void aPromotedRunThatIsTakenBackIsFiledASecondTimeWithoutASecondLastStep() {
        var after = promoted().abort("pager").look().after();
        assertThat(after.history().steps()).isEmpty();
        assertThat(after.history().unfiled())
                .singleElement()
                .satisfies(run -> assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK));
    }

    @Test
    void aRunThatNeverBeganIsNoRun() {
        assertThat(fresh().abort("pager").look().after().history().unfiled()).isEmpty();
    }

    @Test
    void aRollbackOfTrafficIsProofOnceWeightZeroIsServed() {
        var decided = soaked(1).findings(FAILED).look().after();
        assertThat(decided.history().lastRollback()).isEqualTo(new History.LastRollback(NOW, 50, NOT_YET));
        var seen = soaked(1).routeAt(0).seen();
        var later = Decider.decide(soaked(1).plan(), decided, decided, seen).after();
        assertThat(later.history().lastRollback().zeroServed()).isEqualTo(NOW);
    }

    @Test
    void onlyTheFiveNewestUnfiledRunsAreKept() {
        var state = soaked(1).findings(FAILED).look().after();
        var history = state.history();
        for (var i = 0; i < 7; i++)
            history = history.ended(state.history().unfiled().getFirst());
        assertThat(history.unfiled()).hasSize(5);
    }
}
