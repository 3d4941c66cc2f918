package dev.aotrollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.aotrollout.statistics.WelchRatio.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class WelchRatioTest {
    private static final Sample TREATED = new Sample(List.of(61.0, 63.0, 60.0, 66.0), 0);
    private static final Sample CONTROL = new Sample(List.of(140.0, 151.0, 143.0, 138.0, 149.0, 145.0), 0);

    @Test
    void hasThePublishedValues() {
        var ratio = WelchRatio.of(TREATED, CONTROL, 0.95);
        assertThat(ratio.estimate()).isCloseTo(0.432958, within(1e-6));
        assertThat(ratio.low()).isCloseTo(0.411921, within(1e-6));
        assertThat(ratio.high()).isCloseTo(0.455069, within(1e-6));
    }

    @Test
    void mirrorsWhenTheSidesChangePlaces() {
        var ratio = WelchRatio.of(CONTROL, TREATED, 0.95);
        assertThat(ratio.low()).isCloseTo(1 / 0.455069, within(1e-5));
        assertThat(ratio.high()).isCloseTo(1 / 0.411921, within(1e-5));
    }

    @Test
    void isAPointWhereNothingVariesAndNoFloorIsClaimed() {
        var ratio = WelchRatio.of(equal(5, 0), equal(10, 0), 0.95);
        assertThat(ratio.estimate()).isCloseTo(0.5, within(1e-12));
        assertThat(ratio.low()).isEqualTo(ratio.high());
    }

    @Test
    void neverClaimsMoreThanTheFloorWhereValuesAgreeByChance() {
        var ratio = WelchRatio.of(equal(5, 0.1), equal(10, 0.1), 0.95);
        // log 0.5 -+ t(0.95, 2 degrees) * sqrt(0.1^2 / 2 + 0.1^2 / 2)
        assertThat(ratio.low()).isCloseTo(0.5 * Math.exp(-0.2919986), within(1e-6));
        assertThat(ratio.high()).isCloseTo(0.5 * Math.exp(0.2919986), within(1e-6));
    }

    @Test
    void isWiderAtMoreConfidence() {
        var sure = WelchRatio.of(TREATED, CONTROL, 0.99);
        assertThat(sure.low()).isLessThan(0.411921);
        assertThat(sure.high()).isGreaterThan(0.455069);
    }

    @Test
    void givesTheTestBehindTheInterval() {
        var test = WelchRatio.test(TREATED, CONTROL);
        assertThat(Math.exp(test.logRatio())).isCloseTo(0.432958, within(1e-6));
        assertThat(test.degrees()).isCloseTo(5.6818, within(5e-5));
        assertThat(test.logRatio() / test.standardError()).isCloseTo(-32.9885, within(5e-5));
        assertThat(test.interval(0.95)).isEqualTo(WelchRatio.of(TREATED, CONTROL, 0.95));
    }

    @Test
    void rejectsAnEndOfTheIntervalAtJustItsErrorProbability() {
        var test = WelchRatio.test(TREATED, CONTROL);
        var interval = test.interval(0.95);
        assertThat(test.pAbove(interval.low())).isCloseTo(0.05, within(1e-9));
        assertThat(test.pBelow(interval.high())).isCloseTo(0.05, within(1e-9));
        assertThat(test.pBelow(1)).isPositive().isLessThan(1e-6);
        assertThat(test.pAbove(1)).isGreaterThan(1 - 1e-6);
    }

    @Test
    void refusesSamplesThatHaveNoLogarithmOrNoDeviation() {
        var one = new Sample(List.of(1.0), 0.1);
        var zero = new Sample(List.of(1.0, 0.0), 0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WelchRatio.test(one, CONTROL))
                .withMessageContaining("at least 2 values, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WelchRatio.of(TREATED, zero, 0.95))
                .withMessageContaining("must be above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(List.of(1.0), -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WelchRatio.test(TREATED, CONTROL).pAbove(0));
    }

    private static Sample equal(double value, double floor) {
        return new Sample(List.of(value, value), floor);
    }
}
