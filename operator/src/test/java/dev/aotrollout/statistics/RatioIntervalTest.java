package dev.aotrollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioIntervalTest {
    private static final double ALPHA = 0.05;

    /** The published ends are points of a grid, therefore the tolerance. */
    @ParameterizedTest(name = "{0} of {1} against {2} of {3}: [{4}, {5}]")
    @CsvSource({
        "3, 3000, 57, 57000, 0.082, 4.24",
        "30, 3000, 57, 57000, 4.50, 20.93",
        "300, 3e5, 5700, 5.7e6, 0.803, 1.229"
    })
    void hasThePublishedEnds(double aot, double exposure, double jit, double jitExposure, double low, double high) {
        var interval = RatioInterval.of(aot, exposure, jit, jitExposure, ALPHA);
        assertThat(interval.low()).isCloseTo(low, withPercentage(0.5));
        assertThat(interval.high()).isCloseTo(high, withPercentage(0.5));
        assertThat(interval.estimate()).isBetween(interval.low(), interval.high());
    }

    @Test
    void isWiderForASmallerErrorProbability() {
        var wide = RatioInterval.of(30, 3000, 57, 57000, 0.01);
        assertThat(wide.low()).isLessThan(4.50);
        assertThat(wide.high()).isGreaterThan(20.94);
    }

    @Test
    void spansEverythingWithoutEvents() {
        var interval = RatioInterval.of(0, 1000, 0, 1000, ALPHA);
        assertThat(interval.estimate()).isEqualTo(1);
        assertThat(interval.low()).isCloseTo(1e-4, withPercentage(1));
        assertThat(interval.high()).isCloseTo(1e5, withPercentage(1));
    }

    @Test
    void isOpenAboveWhereJitHasNoEvent() {
        var interval = RatioInterval.of(10, 1000, 0, 1000, ALPHA);
        assertThat(interval.low()).isGreaterThan(1);
        assertThat(interval.high()).isCloseTo(1e5, withPercentage(1));
    }

    @Test
    void isOpenBelowWhereAotHasNoEvent() {
        var interval = RatioInterval.of(0, 1000, 50, 1000, ALPHA);
        assertThat(interval.low()).isCloseTo(1e-4, withPercentage(1));
        assertThat(interval.high()).isLessThan(0.1);
    }

    @Test
    void mirrorsWhenTheTracksChangePlaces() {
        var one = RatioInterval.of(30, 5000, 57, 57000, ALPHA);
        var other = RatioInterval.of(57, 57000, 30, 5000, ALPHA);
        assertThat(other.low()).isCloseTo(1 / one.high(), withPercentage(0.1));
        assertThat(other.high()).isCloseTo(1 / one.low(), withPercentage(0.1));
    }

    @Test
    void holdsItsEstimateForAnyCounts() {
        var random = new SplittableRandom(1);
        for (var i = 0; i < 500; i++) {
            var exposure = random.nextInt(1, 100_000);
            var control = random.nextInt(1, 100_000);
            var interval = RatioInterval.of(
                    random.nextInt(exposure + 1), exposure, random.nextInt(control + 1), control, ALPHA);
            assertThat(interval.low()).isPositive().isLessThanOrEqualTo(interval.high());
            assertThat(interval.high()).isFinite();
        }
    }
}
