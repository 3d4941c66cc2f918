package dev.aotrollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HodgesLehmannTest {
    private static final List<Double> PERMEABILITY =
            List.of(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46);
    private static final List<Double> AT_TERM = List.of(1.15, 0.88, 0.90, 0.74, 1.21);

    @Test
    void hasTheValuesOfTheExampleInTheManualOfR() {
        var shift = HodgesLehmann.shift(PERMEABILITY, AT_TERM, 0.95);
        assertThat(shift.estimate()).isCloseTo(0.305, within(1e-9));
        assertThat(shift.low()).isCloseTo(-0.15, within(1e-9));
        assertThat(shift.high()).isCloseTo(0.76, within(1e-9));
    }

    @Test
    void aRatioIsTheShiftOfTheLogarithms() {
        var ratio = HodgesLehmann.ratio(PERMEABILITY, AT_TERM, 0.95);
        var shift = HodgesLehmann.shift(logs(PERMEABILITY), logs(AT_TERM), 0.95);
        assertThat(ratio.estimate()).isCloseTo(Math.exp(shift.estimate()), within(1e-12));
        assertThat(ratio.low()).isCloseTo(Math.exp(shift.low()), within(1e-12));
        assertThat(ratio.high()).isCloseTo(Math.exp(shift.high()), within(1e-12));
    }

    private static List<Double> logs(List<Double> values) {
        return values.stream().map(Math::log).toList();
    }

    @Test
    void mirrorsWhenTheSidesChangePlaces() {
        var one = HodgesLehmann.shift(PERMEABILITY, AT_TERM, 0.9);
        var other = HodgesLehmann.shift(AT_TERM, PERMEABILITY, 0.9);
        assertThat(other).isEqualTo(new Interval(-one.estimate(), -one.high(), -one.low()));
    }

    @Test
    void isOpenWhereTooFewValuesCannotHoldTheConfidence() {
        var three = List.of(1.0, 2.0, 3.5);
        assertThat(HodgesLehmann.shift(three, three, 0.95))
                .isEqualTo(new Interval(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThat(HodgesLehmann.ratio(three, three, 0.95)).isEqualTo(new Interval(1, 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void endsAtTheExtremeDifferencesWhereThreeAgainstThreeJustHoldTheConfidence() {
        var interval = HodgesLehmann.shift(List.of(10.0, 11.0, 13.0), List.of(1.0, 2.0, 4.5), 0.9);
        assertThat(interval.low()).isEqualTo(5.5);
        assertThat(interval.high()).isEqualTo(12);
    }

    /** Nine of ten intervals should hold the true shift; ties make it more. The bounds are three standard deviations wide. */
    @Test
    void holdsTheTrueShiftAsOftenAsItSays() {
        var random = new SplittableRandom(5);
        var held = 0;
        for (var run = 0; run < 2_000; run++) {
            var treated = sample(random, 7, 3);
            var control = sample(random, 9, 0);
            var interval = HodgesLehmann.shift(treated, control, 0.9);
            if (interval.low() <= 3 && interval.high() >= 3) held++;
        }
        assertThat(held).isBetween(1_760, 1_890);
    }

    private static List<Double> sample(SplittableRandom random, int size, double shift) {
        return Stream.generate(() -> shift - Math.log(1 - random.nextDouble()))
                .limit(size)
                .toList();
    }

    @Test
    void goesOverToTheNormalApproximationWithoutAJump() {
        var random = new SplittableRandom(6);
        var treated = sample(random, 101, 1);
        var control = sample(random, 100, 0);
        var approximate = HodgesLehmann.shift(treated, control, 0.95);
        var exact = HodgesLehmann.shift(treated.subList(0, 100), control, 0.95);
        assertThat(approximate.low()).isCloseTo(exact.low(), within(0.03));
        assertThat(approximate.high()).isCloseTo(exact.high(), within(0.03));
    }

    @Test
    void refusesSamplesThatSayNothingOrTooMuch() {
        var many = Collections.nCopies(1_001, 1.0);
        assertThatIllegalArgumentException().isThrownBy(() -> HodgesLehmann.shift(List.of(), AT_TERM, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> HodgesLehmann.ratio(AT_TERM, List.of(0.0), 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> HodgesLehmann.shift(AT_TERM, AT_TERM, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HodgesLehmann.shift(many, many, 0.95))
                .withMessageContaining("more than a million pairs");
    }
}
