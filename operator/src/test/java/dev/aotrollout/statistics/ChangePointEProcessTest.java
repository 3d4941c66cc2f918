package dev.aotrollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePointEProcessTest {
    private static final double NULL_RATIO = 1.25;
    private static final List<Alternative> BETS =
            List.of(new Alternative(1.5, 2), new Alternative(2, 2), new Alternative(5, 1), new Alternative(20, 1));

    private record Bucket(double events, double exposure, double controlEvents, double controlExposure) {}

    @ParameterizedTest(name = "temper {0}")
    @ValueSource(doubles = {1, 0.4})
    void isTheWeightedAverageOverItsStarts(double temper) {
        var random = new SplittableRandom(7);
        var process = ChangePointEProcess.against(NULL_RATIO, BETS, temper);
        var past = new ArrayList<Bucket>();
        var starts = new ArrayList<Integer>();
        for (var i = 0; i < 30; i++) {
            if (i > 0 && i % 4 == 0) {
                process.mayChangeHere();
                starts.add(i);
            }
            past.add(new Bucket(
                    random.nextInt(i < 20 ? 2 : 6),
                    random.nextInt(50, 200),
                    random.nextInt(8),
                    random.nextInt(500, 2000)));
            var last = past.getLast();
            process.add(last.events, last.exposure, last.controlEvents, last.controlExposure);
            assertThat(process.logE())
                    .isCloseTo(Math.log(byDefinition(past, starts, NULL_RATIO, temper)), within(1e-9));
            assertThat(process.logEAgainstEqual())
                    .isCloseTo(Math.log(byDefinition(past, starts, 1, temper)), within(1e-9));
        }
    }

    private static double byDefinition(List<Bucket> past, List<Integer> starts, double against, double temper) {
        var sum = 0.75 * plain(past, against, temper);
        var left = 0.25;
        for (var j = 1; j <= starts.size(); j++) {
            var weight = 0.25 / (j * (j + 1));
            sum += weight * plain(past.subList(starts.get(j - 1), past.size()), against, temper);
            left -= weight;
        }
        return sum + left;
    }

    /** The average of likelihood ratios, from the shares of the treated. */
    private static double plain(List<Bucket> buckets, double against, double temper) {
        var sum = 0.0;
        for (var bet : BETS) {
            var likelihood = 1.0;
            for (var b : buckets) {
                var bought = against * b.exposure / (against * b.exposure + b.controlExposure);
                var ratio = NULL_RATIO * bet.multiple();
                var claimed = ratio * b.exposure / (ratio * b.exposure + b.controlExposure);
                likelihood *= Math.pow(
                        Math.pow(claimed / bought, b.events) * Math.pow((1 - claimed) / (1 - bought), b.controlEvents),
                        temper);
            }
            sum += bet.weight() / 6 * likelihood;
        }
        return sum;
    }

    @Test
    void knowsNothingWithoutEvents() {
        var process = ChangePointEProcess.against(NULL_RATIO, BETS, 1);
        process.add(0, 100, 0, 1000);
        process.mayChangeHere();
        assertThat(process.logE()).isCloseTo(0, within(1e-12));
        assertThat(process.rejects(0.5)).isFalse();
    }

    @Test
    void reactsFarSoonerThanThePlainOneToARegressionAfterAnHourOfHealthyData() {
        var plain = MixtureEProcess.against(NULL_RATIO, BETS);
        var process = ChangePointEProcess.against(NULL_RATIO, BETS, 1);
        for (var i = 0; i < 360; i++) {
            if (i > 0 && i % 12 == 0) process.mayChangeHere();
            plain.add(0.5, 500, 9.5, 9500);
            process.add(0.5, 500, 9.5, 9500);
        }
        var late = 0;
        while (!plain.rejects(0.01)) {
            plain.add(2.5, 500, 9.5, 9500);
            late++;
        }
        var soon = 0;
        while (!process.rejects(0.01)) {
            process.add(2.5, 500, 9.5, 9500);
            soon++;
        }
        assertThat(soon).isLessThan(20);
        assertThat(late).isGreaterThan(3 * soon);
    }

    @Test
    void paysLittleForItWhereTheRegressionIsThereFromTheBeginning() {
        var plain = MixtureEProcess.against(NULL_RATIO, BETS);
        var process = ChangePointEProcess.against(NULL_RATIO, BETS, 1);
        plain.add(9, 500, 9.5, 9500);
        process.add(9, 500, 9.5, 9500);
        assertThat(process.logE()).isGreaterThan(plain.logE() + Math.log(0.75));
    }

    /** Ville's inequality promises at most 1 %; the bound adds three standard deviations of a binomial count. */
    @Test
    void atTheBorderHardlyAnyRunIsEverRejectedAtAnyLook() {
        var random = new SplittableRandom(11);
        var rejected = 0;
        for (var run = 0; run < 2_000; run++) if (isEverRejected(random, 1, 1)) rejected++;
        assertThat(rejected).isLessThanOrEqualTo(33);
    }

    /** Ville's inequality again, for tracks that are equal; the same bound. */
    @Test
    void equalTracksAreHardlyEverFoundUnequal() {
        var random = new SplittableRandom(13);
        var rejected = 0;
        for (var run = 0; run < 2_000; run++) {
            var process = ChangePointEProcess.against(NULL_RATIO, BETS, 1);
            var highest = 0.0;
            for (var look = 0; look < 240; look++) {
                if (look > 0 && look % 12 == 0) process.mayChangeHere();
                process.add(poisson(random, 0.5), 100, poisson(random, 4.5), 900);
                highest = Math.max(highest, process.logEAgainstEqual());
            }
            if (highest >= Math.log(100)) rejected++;
        }
        assertThat(rejected).isBetween(1, 33);
    }

    @Test
    void burstsOfFourAreRejectedTooOftenUnlessTempered() {
        var random = new SplittableRandom(12);
        var raw = 0;
        var tempered = 0;
        for (var run = 0; run < 1_000; run++) {
            if (isEverRejected(random.split(), 4, 1)) raw++;
            if (isEverRejected(random.split(), 4, 0.25)) tempered++;
        }
        assertThat(raw).isGreaterThan(50);
        assertThat(tempered).isLessThanOrEqualTo(19);
    }

    private static boolean isEverRejected(RandomGenerator random, int burst, double temper) {
        var process = ChangePointEProcess.against(NULL_RATIO, BETS, temper);
        for (var look = 0; look < 240; look++) {
            if (look > 0 && look % 12 == 0) process.mayChangeHere();
            var events = burst * poisson(random, 0.5 * NULL_RATIO / burst);
            process.add(events, 100, burst * poisson(random, 4.5 / burst), 900);
            if (process.rejects(0.01)) return true;
        }
        return false;
    }

    private static int poisson(RandomGenerator random, double mean) {
        var count = 0;
        for (var left = mean + Math.log(1 - random.nextDouble()); left > 0; left += Math.log(1 - random.nextDouble()))
            count++;
        return count;
    }

    @Test
    void aCopyGoesItsOwnWay() {
        var process = ChangePointEProcess.against(NULL_RATIO, BETS, 1);
        process.add(3, 100, 2, 900);
        process.mayChangeHere();
        var before = process.logE();
        var beforeAgainstEqual = process.logEAgainstEqual();
        var copy = process.copy();
        assertThat(copy.logE()).isEqualTo(before);
        assertThat(copy.logEAgainstEqual()).isEqualTo(beforeAgainstEqual);
        copy.add(3, 100, 2, 900);
        copy.mayChangeHere();
        assertThat(process.logE()).isEqualTo(before);
        assertThat(process.logEAgainstEqual()).isEqualTo(beforeAgainstEqual);
        process.add(3, 100, 2, 900);
        process.mayChangeHere();
        assertThat(process.logE()).isEqualTo(copy.logE());
        assertThat(process.logEAgainstEqual()).isEqualTo(copy.logEAgainstEqual());
    }

    @Test
    void staysFiniteWithMillionsOfEventsInBothDirections() {
        var process = ChangePointEProcess.against(NULL_RATIO, BETS, 1);
        process.add(1e6, 1e7, 9e6, 1e7);
        process.mayChangeHere();
        assertThat(process.logE()).isFinite().isNegative();
        process.add(9e6, 1e7, 1e6, 1e7);
        assertThat(process.logE()).isFinite().isPositive();
        process.mayChangeHere();
        assertThat(process.logE()).isFinite();
    }

    @ParameterizedTest(name = "temper {0}")
    @ValueSource(doubles = {0, -1, 1.5, Double.NaN})
    void refusesATemperThatWouldBreakThePromise(double temper) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangePointEProcess.against(1, BETS, temper))
                .withMessageContaining("temper");
    }

    @ParameterizedTest(name = "alpha {0}")
    @ValueSource(doubles = {0, 1, Double.NaN})
    void refusesAnAlphaThatIsNoProbability(double alpha) {
        var process = ChangePointEProcess.against(1, BETS, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> process.rejects(alpha));
    }
}
