package dev.aotrollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatioIntervalTest {
    private static final double ALPHA = 0.05;

    /** The published ends are points of a grid, therefore the tolerance. */
    @ParameterizedTest(name = "{0} of {1} against {2} of {3}: [{4}, {5}]")
    @CsvSource({
        "3, 3000, 57, 57000, 0.082, 4.24",
        "30, 3000, 57, 57000, 4.50, 20.93",
        "300, 3e5, 5700, 5.7e6, 0.803, 1.229"
    })
    void hasThePublishedEnds(
            double events, double exposure, double control, double controlExposure, double low, double high) {
        var interval = RatioInterval.of(events, exposure, control, controlExposure, ALPHA);
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
    void isOpenAboveWhereTheControlHasNoEvent() {
        var interval = RatioInterval.of(10, 1000, 0, 1000, ALPHA);
        assertThat(interval.low()).isGreaterThan(1);
        assertThat(interval.high()).isCloseTo(1e5, withPercentage(1));
    }

    @Test
    void isOpenBelowWhereTheTreatedHaveNoEvent() {
        var interval = RatioInterval.of(0, 1000, 50, 1000, ALPHA);
        assertThat(interval.low()).isCloseTo(1e-4, withPercentage(1));
        assertThat(interval.high()).isLessThan(0.1);
    }

    @Test
    void mirrorsWhenTheSidesChangePlaces() {
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

    /** The definition, with the public process on a fine grid of ratios: accepted inside of the ends, rejected outside. */
    @ParameterizedTest(name = "{0} of {1} against {2} of {3}")
    @CsvSource({
        "3, 3000, 57, 57000",
        "1, 10, 0, 10000",
        "0, 5000, 9, 5000",
        "12, 1e5, 1, 10",
        "300, 3e5, 5700, 5.7e6",
        "40000, 1e6, 39000, 1e6",
        "9e6, 1e7, 1e6, 1e7",
        "2, 1, 100000, 1e6"
    })
    void holdsExactlyTheRatiosThatAreNotRejected(
            double events, double exposure, double control, double controlExposure) {
        var interval = RatioInterval.of(events, exposure, control, controlExposure, ALPHA);
        var grid =
                IntStream.rangeClosed(-16, 16).mapToObj(k -> Math.exp(k * 0.25)).toList();
        for (var logRatio = Math.log(1.01e-4); logRatio < Math.log(0.99e5); logRatio += 0.037) {
            var process = MixtureEProcess.equallyWeighted(Math.exp(logRatio), grid);
            process.add(events, exposure, control, controlExposure);
            assertThat(process.rejects(ALPHA))
                    .as("ratio %s in [%s, %s]", Math.exp(logRatio), interval.low(), interval.high())
                    .isEqualTo(logRatio < Math.log(interval.low()) || logRatio > Math.log(interval.high()));
        }
    }

    @Test
    void endsWhereTheProcessReachesItsThreshold() {
        var interval = RatioInterval.of(30, 3000, 57, 57000, ALPHA);
        for (var end : List.of(interval.low(), interval.high())) {
            var process = MixtureEProcess.equallyWeighted(
                    end,
                    IntStream.rangeClosed(-16, 16)
                            .mapToObj(k -> Math.exp(k * 0.25))
                            .toList());
            process.add(30, 3000, 57, 57000);
            assertThat(process.logE()).isCloseTo(-Math.log(ALPHA), within(1e-8));
        }
    }

    @ParameterizedTest(name = "exposure {0}")
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAnExposureThatSaysNothing(double exposure) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatioInterval.of(0, exposure, 0, 1, ALPHA))
                .withMessageContaining("exposure must be above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> RatioInterval.of(0, 1, 0, exposure, ALPHA));
    }

    @Test
    void refusesCountsAndErrorProbabilitiesThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> RatioInterval.of(-1, 1, 0, 1, ALPHA));
        assertThatIllegalArgumentException().isThrownBy(() -> RatioInterval.of(1, 1, Double.NaN, 1, ALPHA));
        assertThatIllegalArgumentException().isThrownBy(() -> RatioInterval.of(1, 1, 1, 1, 0));
    }
}
