package dev.aotrollout.judge;

import static dev.aotrollout.judge.GuardRow.row;
import static dev.aotrollout.judge.Seen.errors;
import static dev.aotrollout.judge.Seen.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BudgetGuardTest {
    private static final FastBurn BURN = new FastBurn(Duration.ofSeconds(300), Duration.ofSeconds(60), 14.4);
    private static final BudgetGuard GUARD = new BudgetGuard(99.9, 1, 5, List.of(BURN));

    private static final BudgetGuard PAIRS =
            new BudgetGuard(99.9, 100, 100, List.of(BURN, new FastBurn(Duration.ofHours(1), Duration.ofMinutes(5), 6)));

    @TestFactory
    Stream<DynamicTest> table() {
        return GuardRow.tests(
                row(
                        "passes without errors",
                        GUARD,
                        nothing().requests(errors(0, 5_000), errors(0, 500)),
                        "PASS BudgetHealthy",
                        "50 % of the error budget remain",
                        "spent 0 % of it",
                        "limit 5 %"),
                row(
                        "fails where both windows burn",
                        GUARD,
                        nothing()
                                .requests(200, errors(0, 9_500), errors(20, 500))
                                .requests(errors(0, 9_500), errors(20, 500)),
                        "FAIL BudgetFastBurn",
                        "40x the sustainable rate",
                        "300 s and 60 s",
                        "limit 14.4x",
                        "99.9 %"),
                row(
                        "a slow pair sees what a fast one does not",
                        PAIRS,
                        nothing()
                                .step(2, 25, Duration.ofHours(2))
                                .requests(6_000, errors(0, 95_000), errors(400, 50_000))
                                .requests(1_000, errors(0, 95_000), errors(400, 50_000))
                                .requests(100, errors(0, 9_500), errors(40, 5_000)),
                        "FAIL BudgetFastBurn",
                        "8x the sustainable rate over 3600 s and 300 s",
                        "limit 6x"),
                row(
                        "a slow pair does not call the first minute a burn of an hour",
                        PAIRS,
                        nothing().step(2, 25, Duration.ofSeconds(60)).requests(errors(0, 9_500), errors(40, 5_000)),
                        "PASS BudgetHealthy"),
                row(
                        "an outage is a burn within seconds",
                        PAIRS,
                        nothing().step(2, 25, Duration.ofSeconds(4)).requests(2, errors(0, 300), errors(100, 100)),
                        "FAIL BudgetFastBurn",
                        "100 of 100 failed AOT requests are beyond JIT's own error ratio"),
                row(
                        "does not call it a burn when it ended before the short window",
                        GUARD,
                        nothing()
                                .requests(200, errors(0, 9_500), errors(20, 500))
                                .requests(errors(0, 9_500), errors(0, 500)),
                        "PASS BudgetHealthy"),
                row(
                        "does not call it a burn where the long window is calm on the whole",
                        GUARD,
                        nothing()
                                .requests(200, errors(0, 95_000), errors(0, 50_000))
                                .requests(errors(0, 9_500), errors(20, 500)),
                        "PASS BudgetHealthy"),
                row(
                        "does not call two errors a burn, however few requests there are",
                        GUARD,
                        nothing().requests(errors(0, 95), errors(2, 5)),
                        "PASS BudgetHealthy"),
                row(
                        "never fails for an outage that both tracks share",
                        GUARD,
                        nothing().requests(errors(600, 1_000), errors(63, 100)),
                        "PASS BudgetHealthy"),
                row(
                        "fails where AOT fails beyond a shared outage",
                        GUARD,
                        nothing()
                                .requests(20, errors(600, 1_000), errors(95, 100))
                                .requests(errors(600, 1_000), errors(95, 100)),
                        "FAIL BudgetFastBurn"),
                row(
                        "does not call it a burn where weight and a shared outage began in the same bucket",
                        GUARD,
                        nothing()
                                .requests(20, errors(240, 1_000), errors(60, 100))
                                .requests(errors(600, 1_000), errors(60, 100)),
                        "PASS BudgetHealthy"),
                row(
                        "counts every error where JIT has no request to compare with",
                        GUARD,
                        nothing().requests(errors(0, 0), errors(30, 1_000)),
                        "FAIL BudgetFastBurn"),
                row(
                        "fails where this step spent too much slowly",
                        GUARD,
                        nothing().requests(400, errors(0, 200_000), errors(150, 200_000)),
                        "FAIL BudgetStepOverspent",
                        "this step spent 1.5 %",
                        "limit 1 %"),
                row(
                        "fails where all steps together spent too much",
                        GUARD,
                        nothing().spentBefore(4.9).requests(400, errors(0, 200_000), errors(50, 200_000)),
                        "FAIL BudgetRolloutOverspent",
                        "this rollout spent 5.4 %",
                        "limit 5 %"),
                row(
                        "an earlier step's spend alone does not fail a healthy step",
                        GUARD,
                        nothing().spentBefore(4.9).requests(errors(0, 5_000), errors(0, 500)),
                        "PASS BudgetHealthy"),
                row(
                        "cannot tell without traffic data",
                        GUARD,
                        nothing().trafficMissing(),
                        "UNKNOWN NoData",
                        "prometheus: 503"),
                row(
                        "cannot tell the spend without the budget",
                        GUARD,
                        nothing().budgetMissing().requests(errors(0, 5_000), errors(0, 500)),
                        "UNKNOWN NoData",
                        "30 days take too long"),
                row(
                        "sees a fast burn without the budget too",
                        GUARD,
                        nothing().budgetMissing().requests(errors(0, 9_500), errors(20, 500)),
                        "FAIL BudgetFastBurn"));
    }

    @Test
    void onlyErrorsBeyondThoseOfJitAreAttributed() {
        var traffic = new Traffic(List.of(new Bucket(Seen.NOW, errors(100, 10_000), errors(30, 1_000))), 0);
        assertThat(traffic.totals().excessErrors()).isCloseTo(20, within(1e-9));
        assertThat(BudgetGuard.spentPercent(traffic, new Budget(10_000, 50))).isCloseTo(0.2, within(1e-9));
        var better = new Traffic(List.of(new Bucket(Seen.NOW, errors(100, 10_000), errors(1, 1_000))), 0);
        assertThat(better.totals().excessErrors())
                .as("fewer errors are no credit")
                .isZero();
    }

    /** Where about one error is expected on AOT, deviations would call six of them sure; they come in one of 1 700 windows. */
    @Test
    void whatAFewErrorsCanShowIsComputedExactly() {
        assertThat(new Totals(errors(94, 9_900), errors(6, 100)).excessIsBeyondChance(1))
                .isFalse();
        assertThat(new Totals(errors(90, 9_900), errors(10, 100)).excessIsBeyondChance(1))
                .isTrue();
    }

    @Test
    void errorsThatComeInBurstsOfSinglePodsCountForLess() {
        var totals = new Totals(errors(90, 9_900), errors(10, 100));
        assertThat(totals.excessIsBeyondChance(1.5)).isFalse();
        assertThat(new Totals(errors(90, 9_900), errors(90, 100)).excessIsBeyondChance(10))
                .as("an outage stays one")
                .isTrue();
    }

    /** Hours of an outage that both tracks share, looked at every five seconds. */
    @Test
    void sharedOutagesNeverFailAtAnyLook() {
        var seed = Long.getLong("seed", new SplittableRandom().nextLong());
        System.out.println("shared outage seed " + seed);
        var random = new SplittableRandom(seed);
        var failed = 0;
        for (var run = 0; run < 200; run++) if (everFails(random)) failed++;
        assertThat(failed).as("of 200 outages with seed %d", seed).isLessThanOrEqualTo(2);
    }

    private static boolean everFails(RandomGenerator random) {
        var ratio = random.nextDouble(0.05, 0.95);
        var seen = nothing().budget(100_000);
        for (var look = 0; look < 60; look++) {
            seen.requests(
                    300 - 5 * look,
                    ErrorsGuardTest.sample(random, 300, ratio),
                    ErrorsGuardTest.sample(random, 100, ratio));
            if (GUARD.judge(seen.evidence(), new Recall()).verdict() == Verdict.FAIL) return true;
        }
        return false;
    }
}
