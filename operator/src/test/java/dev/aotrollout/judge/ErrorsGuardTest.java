package dev.aotrollout.judge;

import static dev.aotrollout.judge.GuardRow.row;
import static dev.aotrollout.judge.Seen.errors;
import static dev.aotrollout.judge.Seen.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ErrorsGuardTest {
    private static final ErrorsGuard GUARD = new ErrorsGuard(Mode.ENFORCE, 1.25, 100);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final ErrorsGuard OBSERVING = new ErrorsGuard(Mode.OBSERVE, 1.25, 100);

    @TestFactory
    Stream<DynamicTest> table() {
        return GuardRow.tests(
                row(
                        "passes where both tracks answer without errors",
                        GUARD,
                        nothing().requests(errors(0, 5_000), errors(0, 500)),
                        "PASS ErrorsHealthy",
                        "0 of 500 AOT requests failed (0 %)",
                        "0 of 5,000 JIT requests (0 %)"),
                row(
                        "passes where both tracks fail alike",
                        GUARD,
                        nothing().requests(errors(57, 57_000), errors(3, 3_000)),
                        "PASS ErrorsHealthy"),
                row(
                        "fails where AOT fails ten times as often",
                        GUARD,
                        nothing().requests(errors(57, 57_000), errors(30, 3_000)),
                        "FAIL ErrorsRegressed",
                        "30 of 3,000 AOT requests failed (1 %)",
                        "57 of 57,000 JIT requests (0.1 %)",
                        "10.1x [4.5, 20.9]",
                        "limit 1.25x"),
                row(
                        "fails after a handful of errors where JIT has none",
                        GUARD,
                        nothing().requests(errors(0, 2_850), errors(4, 150)),
                        "FAIL ErrorsRegressed"),
                row(
                        "fails before there are enough requests for a pass",
                        GUARD,
                        nothing().requests(errors(0, 950), errors(10, 50)),
                        "FAIL ErrorsRegressed"),
                row(
                        "fails as soon as 99 % speak against the tolerated ratio, and far more against chance",
                        GUARD,
                        nothing().requests(errors(300, 30_000), errors(66, 3_000)),
                        "FAIL ErrorsRegressed",
                        "2.21x"),
                row(
                        "does not fail where it is sure that AOT is worse, but not that it is worse than tolerated",
                        GUARD,
                        nothing().requests(errors(300, 30_000), errors(64, 3_000)),
                        "UNKNOWN ThinEvidence"),
                row(
                        "cannot tell from one error",
                        GUARD,
                        nothing().requests(errors(0, 950), errors(1, 50)),
                        "UNKNOWN ThinEvidence",
                        "50 of 100 AOT requests needed so far, about 5 min more at 0.167 requests/s"),
                row(
                        "cannot tell without AOT requests",
                        GUARD,
                        nothing().requests(errors(3, 5_000), errors(0, 0)),
                        "UNKNOWN NoTraffic",
                        "0 of 100 AOT requests needed"),
                row("cannot tell without any request", GUARD, nothing(), "UNKNOWN NoTraffic"),
                row("cannot tell without data", GUARD, nothing().trafficMissing(), "UNKNOWN NoData", "prometheus: 503"),
                row(
                        "a burst that both tracks share cancels, although shares of traffic differ",
                        GUARD,
                        nothing()
                                .requests(300, errors(5, 9_500), errors(0, 500))
                                .requests(200, errors(3_000, 5_000), errors(3_000, 5_000))
                                .requests(100, errors(5, 9_500), errors(0, 500)),
                        "PASS ErrorsHealthy"),
                row(
                        "at weight 100 there is nothing to compare with",
                        GUARD,
                        nothing().requests(errors(0, 0), errors(500, 1_000)),
                        "PASS ErrorsHealthy"),
                row(
                        "names the route that speaks loudest",
                        GUARD,
                        nothing()
                                .requests(errors(10, 19_000), errors(9, 1_000))
                                .route("GET /cart", errors(10, 15_000), errors(1, 800))
                                .route("POST /pay", errors(0, 4_000), errors(8, 200)),
                        "FAIL ErrorsRegressed",
                        "worst on route POST /pay: 8 of 200 AOT requests failed (4 %), 0 of 4,000 JIT requests (0 %)"),
                row(
                        "sees on one route what all requests together hide",
                        GUARD,
                        nothing()
                                .requests(errors(190, 19_000), errors(17, 1_000))
                                .route("GET /cart", errors(190, 18_810), errors(10, 990))
                                .route("POST /pay", errors(0, 190), errors(7, 10)),
                        "FAIL ErrorsRegressed",
                        "worst on route POST /pay"),
                row(
                        "the same requests do not fail where nothing tells the routes apart",
                        GUARD,
                        nothing().requests(errors(190, 19_000), errors(17, 1_000)),
                        "UNKNOWN ThinEvidence"),
                row(
                        "errors of one pod of several speak against the pod",
                        GUARD,
                        nothing()
                                .requests(errors(0, 19_000), errors(10, 1_000))
                                .aotTraffic("aot-1", errors(0, 300))
                                .aotTraffic("aot-2", errors(9, 350))
                                .aotTraffic("aot-3", errors(1, 350)),
                        "UNKNOWN SinglePodConcentration",
                        "pod aot-2 has 9 of 10 failed AOT requests",
                        "delete it"),
                row(
                        "but many errors count whoever makes them",
                        GUARD,
                        nothing()
                                .requests(errors(0, 19_000), errors(60, 1_000))
                                .aotTraffic("aot-1", errors(0, 300))
                                .aotTraffic("aot-2", errors(59, 350))
                                .aotTraffic("aot-3", errors(1, 350)),
                        "FAIL ErrorsRegressed"),
                row(
                        "of two pods one is no exception",
                        GUARD,
                        nothing()
                                .requests(errors(0, 19_000), errors(10, 1_000))
                                .aotTraffic("aot-1", errors(0, 300))
                                .aotTraffic("aot-2", errors(10, 350)),
                        "FAIL ErrorsRegressed"),
                row(
                        "no errors and a small budget: too few requests to be sure, and how long it takes",
                        GUARD,
                        nothing().budget(50).requests(errors(3, 10_000), errors(0, 300)),
                        "UNKNOWN ThinEvidence",
                        "0 of 10 expected AOT errors seen, about",
                        "more at 1 requests/s",
                        "at most 1 % of the error budget at worst"),
                row(
                        "without an error on either track it tells when the worst case will be small",
                        GUARD,
                        nothing().budget(50).requests(errors(0, 10_000), errors(0, 300)),
                        "UNKNOWN ThinEvidence",
                        "0 of 10 expected AOT errors seen; or sooner, once",
                        "% now, about 7.",
                        "h more at 1 requests/s"),
                row(
                        "cannot pass by the budget where it is not known",
                        GUARD,
                        nothing().budgetMissing().requests(errors(0, 5_000), errors(0, 500)),
                        "UNKNOWN ThinEvidence"),
                row(
                        "passes by the comparison alone where the budget is not known",
                        GUARD,
                        nothing().budgetMissing().requests(errors(500, 50_000), errors(50, 5_000)),
                        "PASS ErrorsHealthy"),
                row(
                        "only shows what it found where it observes",
                        OBSERVING,
                        nothing().requests(errors(57, 57_000), errors(30, 3_000)),
                        "FAIL ErrorsRegressed"));
    }

    @Test
    void whatWasDecidedOnceIsNotDilutedByLaterRequests() {
        var burst = nothing().requests(600, errors(0, 900), errors(20, 100));
        var diluted = nothing()
                .requests(600, errors(0, 900), errors(20, 100))
                .requests(300, errors(2_000, 900_000), errors(200, 100_000));
        assertThat(GUARD.judge(burst.evidence(), new Recall()).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(GUARD.judge(diluted.evidence(), new Recall()).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void whatIsDecisiveInTheFirstStepNeedsMoreInLaterOnes() {
        var seen = nothing().requests(errors(20, 9_500), errors(9, 500));
        var first = GUARD.judge(seen.step(1, 5, FIVE_MINUTES).evidence(), new Recall());
        var fourth = GUARD.judge(seen.step(4, 5, FIVE_MINUTES).evidence(), new Recall());
        assertThat(first.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(fourth.verdict()).isNotEqualTo(Verdict.FAIL);
    }

    @Test
    void burstsOfSinglePodsCountForLessWhereJitHasThemToo() {
        var seen = nothing().requests(errors(40, 12_000), errors(24, 1_200));
        var independent = GUARD.judge(seen.evidence(), new Recall());
        assertThat(independent.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(((Figures.Compared) independent.figures()).ratio().low()).isGreaterThan(1);
        seen.jitTraffic("jit-1", errors(40, 4_000), errors(0, 0))
                .jitTraffic("jit-2", errors(0, 4_000), errors(0, 0))
                .jitTraffic("jit-3", errors(0, 4_000), errors(0, 0));
        var tempered = GUARD.judge(seen.evidence(), new Recall());
        assertThat(tempered.verdict()).isNotEqualTo(Verdict.FAIL);
        var interval = ((Figures.Compared) tempered.figures()).ratio();
        assertThat(interval.estimate()).isCloseTo(6.05, within(0.01));
        assertThat(interval.low()).as("so many bursts do not rule out equality").isLessThan(1);
    }

    @Test
    void aFailIsNoRollbackWhereItObservesAndAnUnknownNoObstacleWhereOnlyFactsAreEnforced() {
        var whenKnown = new ErrorsGuard(Mode.ENFORCE_WHEN_KNOWN, 1.25, 100);
        var failed = whenKnown.judge(
                nothing().requests(errors(57, 57_000), errors(30, 3_000)).evidence(), new Recall());
        assertThat(failed.demandsRollback()).isTrue();
        assertThat(failed.permitsAdvance()).isFalse();
        var unknown = whenKnown.judge(nothing().evidence(), new Recall());
        assertThat(unknown.demandsRollback()).isFalse();
        assertThat(unknown.permitsAdvance()).isTrue();
    }

    @Test
    void observingNeverDemandsARollbackNorStandsInTheWay() {
        var finding = OBSERVING.judge(
                nothing().requests(errors(57, 57_000), errors(30, 3_000)).evidence(), new Recall());
        assertThat(finding.demandsRollback()).isFalse();
        assertThat(finding.permitsAdvance()).isTrue();
    }

    @Test
    void enforcingDoesBothAndUnknownOnlyStandsInTheWay() {
        var failed = GUARD.judge(
                nothing().requests(errors(57, 57_000), errors(30, 3_000)).evidence(), new Recall());
        assertThat(failed.demandsRollback()).isTrue();
        assertThat(failed.permitsAdvance()).isFalse();
        var unknown = GUARD.judge(nothing().evidence(), new Recall());
        assertThat(unknown.demandsRollback()).isFalse();
        assertThat(unknown.permitsAdvance()).isFalse();
    }

    /** Sixty looks at each of a few hundred steps; the guard promises at most 1 % over all looks of one step. */
    @Test
    void equalTracksHardlyEverFailAtAnyLook() {
        hardlyEverFail(1);
    }

    /** The same promise holds in one step for a build that is just tolerated, which no allowance is spent on. */
    @Test
    void justToleratedTracksHardlyEverFailInOneStep() {
        hardlyEverFail(GUARD.maxRatio());
    }

    private static void hardlyEverFail(double trueRatio) {
        var seed = Long.getLong("seed", new SplittableRandom().nextLong());
        System.out.println("errors guard seed " + seed);
        var random = new SplittableRandom(seed);
        var failed = 0;
        for (var run = 0; run < 200; run++) if (everFails(random, trueRatio)) failed++;
        assertThat(failed).as("of 200 steps with seed %d", seed).isLessThanOrEqualTo(8);
    }

    private static boolean everFails(RandomGenerator random, double trueRatio) {
        var ratio = Math.exp(random.nextDouble(Math.log(0.002), Math.log(0.6)));
        var seen = nothing();
        for (var look = 0; look < 60; look++) {
            seen.requests(600 - 5 * look, sample(random, 300, ratio), sample(random, 100, trueRatio * ratio));
            if (GUARD.judge(seen.evidence(), new Recall()).verdict() == Verdict.FAIL) return true;
        }
        return false;
    }

    static Counts sample(RandomGenerator random, int requests, double ratio) {
        var errors = 0;
        for (var i = 0; i < requests; i++) if (random.nextDouble() < ratio) errors++;
        return errors(errors, requests);
    }
}
