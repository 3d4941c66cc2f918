package dev.aotrollout.decision;

import static dev.aotrollout.decision.Situation.entered;
import static dev.aotrollout.decision.Situation.finding;
import static dev.aotrollout.decision.Situation.fresh;
import static dev.aotrollout.decision.Situation.promoted;
import static dev.aotrollout.decision.Situation.rolledBack;
import static dev.aotrollout.decision.Situation.shifted;
import static dev.aotrollout.decision.Situation.soaked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.decision.DesiredState.AotTrack;
import dev.aotrollout.decision.DesiredState.JitTrack;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DesiredStateTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private static DesiredState desired(Situation situation) {
        return situation.look().desired();
    }

    @Test
    void podsForTheNextWeightComeBeforeTheWeight() {
        var desired = desired(soaked(0));
        assertThat(desired.weight()).isEqualTo(5);
        assertThat(desired.aot()).isEqualTo(new AotTrack.Run(5));
    }

    @Test
    void podsOfAHigherWeightStayUntilTheWeightIsLower() {
        var shrunk = soaked(2)
                .steps(new Step(5, Situation.SOAK), new Step(20, Situation.SOAK))
                .enteredBefore(HOUR);
        var lowered = desired(shrunk);
        assertThat(lowered.weight()).isEqualTo(20);
        assertThat(lowered.aot()).isEqualTo(new AotTrack.Run(2));
    }

    @Test
    void aPromotedTrackCarriesEverything() {
        var desired = desired(promoted());
        assertThat(desired.weight()).isEqualTo(100);
        assertThat(desired.aot()).isEqualTo(new AotTrack.Run(10));
        assertThat(desired.jit()).isEqualTo(new JitTrack.AtLeast(10));
    }

    @Test
    void aRollBackTakesTheWeightAndLeavesThePodsUntilTheyAreDrained() {
        assertThat(desired(soaked(1).findings(Situation.FAILED)))
                .isEqualTo(new DesiredState(0, false, new AotTrack.Leave(), new JitTrack.AtLeast(10)));
        var draining = rolledBack(Reason.OomKilled).zeroServedBefore(Situation.DRAIN.minusSeconds(1));
        assertThat(desired(draining).aot()).isEqualTo(new AotTrack.Leave());
        var notSeenServed = rolledBack(Reason.OomKilled).zeroNotServed().routeAt(50);
        assertThat(desired(notSeenServed).aot()).isEqualTo(new AotTrack.Leave());
        assertThat(desired(rolledBack(Reason.OomKilled)).aot()).isEqualTo(new AotTrack.Stop());
    }

    @Test
    void jitKeepsItsCapacityUntilAllTrafficWasSeenBack() {
        var onTheWay = rolledBack(Reason.OomKilled).zeroNotServed().routeAt(50).jit(4, 4, true);
        assertThat(desired(onTheWay).jit()).isEqualTo(new JitTrack.AtLeast(10));
        assertThat(desired(rolledBack(Reason.OomKilled)).jit()).isEqualTo(new JitTrack.Leave());
    }

    @Test
    void podsStayAfterARollBackWhereTheUserWantsToLookAtThem() {
        assertThat(desired(rolledBack(Reason.OomKilled).keepAotPods()).aot()).isEqualTo(new AotTrack.Leave());
    }

    @Test
    void jitIsLeftAloneBeforeTheFirstStepAndKeptAtItsCapacityFromThenOn() {
        assertThat(desired(fresh().pausedInSpec()).jit()).isEqualTo(new JitTrack.Leave());
        assertThat(desired(fresh()).jit()).isEqualTo(new JitTrack.AtLeast(10));
        assertThat(desired(soaked(1).jit(4, 4, true)).jit()).isEqualTo(new JitTrack.AtLeast(10));
    }

    @Test
    void capacityFollowsJitUpwardsOnlyWhileAStepIsLive() {
        assertThat(desired(soaked(1).jit(14, 14, true)).jit()).isEqualTo(new JitTrack.AtLeast(14));
        assertThat(fresh().pausedInSpec().jit(4, 4, true).look().after().jit().capacity())
                .isEqualTo(4);
    }

    @Test
    void moreJitPodsAskForMoreAotPodsFromTheNextPassOn() {
        assertThat(desired(soaked(2).jitMemory(14, false).jit(14, 14, true).findings(Situation.THIN))
                        .aot())
                .isEqualTo(new AotTrack.Run(14));
    }

    @Test
    void jitRetiresAfterStandbyWhereAotCarriesEverything() {
        var desired = desired(promoted().retire(HOUR, 3));
        assertThat(desired.jit()).isEqualTo(new JitTrack.Retire(3));
        assertThat(desired.weight()).isEqualTo(100);
    }

    @Test
    void jitStaysWarmWhileAotCannotCarryEverything() {
        assertThat(desired(promoted().retire(HOUR, 0).aotReady(9)).jit()).isEqualTo(new JitTrack.AtLeast(10));
        assertThat(desired(promoted().retire(HOUR, 0).routeAt(99)).jit()).isEqualTo(new JitTrack.AtLeast(10));
        assertThat(desired(promoted().retire(HOUR, 0).servedBefore(Duration.ofSeconds(1)))
                        .jit())
                .as("the gateway accepted it a second ago and may not serve it yet")
                .isEqualTo(new JitTrack.AtLeast(10));
        assertThat(desired(promoted().retire(HOUR.plusSeconds(1), 0)).jit()).isEqualTo(new JitTrack.AtLeast(10));
    }

    @Test
    void trafficReturnsAsFastAsJitPodsGetReady() {
        assertThat(returning(0, 100).weight()).isEqualTo(100);
        assertThat(returning(4, 100).weight()).isEqualTo(60);
        assertThat(returning(10, 60).weight()).isZero();
        assertThat(returning(4, 100).jit()).isEqualTo(new JitTrack.AtLeast(10));
        assertThat(returning(4, 100).aot()).isEqualTo(new AotTrack.Leave());
    }

    @Test
    void theAotShareNeverRisesOnTheWayBackAlthoughJitPodsGoAway() {
        assertThat(returning(2, 30).weight()).isEqualTo(30);
        assertThat(returning(0, 0).weight()).isZero();
    }

    private static DesiredState returning(int jitReady, int routeWeight) {
        return desired(promoted()
                .goalJit()
                .retire(HOUR, 0)
                .jitMemory(10, true)
                .jit(10, jitReady, true)
                .routeAt(routeWeight));
    }

    @Test
    void aRouteThatDriftedHealsWhereNothingSpeaksAgainstIt() {
        assertThat(desired(soaked(1).routeAt(0).findings(Situation.THIN)).weight())
                .isEqualTo(50);
        assertThat(desired(soaked(1).routeAt(90).blind()).weight()).isEqualTo(50);
    }

    @Test
    void aRouteThatDriftedDownIsNotRaisedBlindly() {
        assertThat(desired(soaked(1).routeAt(0).blind()).weight()).isZero();
        assertThat(desired(soaked(1).routeAt(0).pending()).weight()).isZero();
        assertThat(desired(soaked(1).routeAt(0).pausedInSpec()).weight()).isZero();
        assertThat(desired(soaked(1).routeAt(0).trouble(Reason.TrackOverlap)).weight())
                .isZero();
    }

    @Test
    void theTestHeaderNeedsAReadyPodOfTheRevision() {
        assertThat(desired(entered(0).testHeader()).testHeader()).isTrue();
        assertThat(desired(entered(0)).testHeader()).isFalse();
        assertThat(desired(entered(0).testHeader().aotReady(0)).testHeader()).isFalse();
        assertThat(desired(entered(0).testHeader().aot(new TrackFacts(true, 2, 2, true, "r0")))
                        .testHeader())
                .isFalse();
        assertThat(desired(shifted(1)
                                .testHeader()
                                .findings(finding(GuardName.ERRORS, Verdict.FAIL, Reason.ErrorsRegressed)))
                        .testHeader())
                .isFalse();
    }
}
