package dev.aotrollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramQuantileTest {
    private static final List<Double> BOUNDS = List.of(0.1, 0.25, 0.5, 1.0);

    @Test
    void isLinearInsideABucket() {
        var median = HistogramQuantile.of(BOUNDS, List.of(400L, 200L, 300L, 100L, 0L), 0.5, 0.95);
        // rank 500 is the middle of the second bucket; the ends are 1.959964 * sqrt(250) = 30.98975 ranks away
        assertThat(median.quantile().estimate()).isCloseTo(0.175, within(1e-12));
        assertThat(median.quantile().low()).isCloseTo(0.1 + 0.15 * 69.01025 / 200, within(1e-6));
        assertThat(median.quantile().high()).isCloseTo(0.1 + 0.15 * 130.98975 / 200, within(1e-6));
    }

    @ParameterizedTest(name = "rank {0} of 1000: {1}, resolution {2}")
    @CsvSource({"0.2, 0.05, Infinity", "0.5, 0.175, 1.5", "0.75, 0.375, 1", "0.95, 0.75, 1"})
    void knowsHowFineItIs(double q, double estimate, double resolution) {
        var quantile = HistogramQuantile.of(BOUNDS, List.of(400L, 200L, 300L, 100L, 0L), q, 0.95);
        assertThat(quantile.quantile().estimate()).isCloseTo(estimate, within(1e-9));
        assertThat(quantile.relativeResolution()).isEqualTo(resolution);
    }

    @Test
    void isInfiniteInTheOpenBucket() {
        var quantile = HistogramQuantile.of(BOUNDS, List.of(0L, 0L, 0L, 50L, 50L), 0.9, 0.95);
        assertThat(quantile.quantile().estimate()).isInfinite();
        assertThat(quantile.quantile().high()).isInfinite();
        assertThat(quantile.relativeResolution()).isInfinite();
    }

    @Test
    void hasNoUpperEndWhereItsRankIsBeyondTheLastObservation() {
        var quantile = HistogramQuantile.of(BOUNDS, List.of(0L, 10L, 0L, 0L, 0L), 0.99, 0.95);
        assertThat(quantile.quantile().estimate()).isLessThan(0.25);
        assertThat(quantile.quantile().high()).isInfinite();
    }

    @Test
    void hasTheBottomOfTheFirstBucketInUseAsItsLowerEndWhereTheRankIsBelowZero() {
        var quantile = HistogramQuantile.of(BOUNDS, List.of(0L, 0L, 10L, 0L, 0L), 0.05, 0.95);
        assertThat(quantile.quantile().low()).isEqualTo(0.25);
    }

    @Test
    void jumpsOverEmptyBuckets() {
        var median = HistogramQuantile.of(BOUNDS, List.of(50L, 0L, 0L, 50L, 0L), 0.5, 0.95);
        assertThat(median.quantile().estimate()).isEqualTo(0.1);
        assertThat(median.quantile().high()).isGreaterThan(0.5);
    }

    /** Of 2,000 histograms of a uniform variable in fine buckets; the bounds are more than three standard deviations wide. */
    @Test
    void holdsTheTrueQuantileAsOftenAsItSays() {
        var random = new SplittableRandom(10);
        var bounds = IntStream.rangeClosed(1, 100).mapToObj(i -> i / 100.0).toList();
        var held = 0;
        for (var run = 0; run < 2_000; run++) {
            var counts = new Long[101];
            Arrays.fill(counts, 0L);
            for (var i = 0; i < 400; i++) counts[random.nextInt(100)]++;
            var quantile =
                    HistogramQuantile.of(bounds, List.of(counts), 0.9, 0.95).quantile();
            if (quantile.low() <= 0.9 && quantile.high() >= 0.9) held++;
        }
        assertThat(held).isBetween(1_860, 1_940);
    }

    @Test
    void refusesWhatIsNoHistogram() {
        var counts = List.of(1L, 2L, 3L, 4L, 5L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistogramQuantile.of(BOUNDS, List.of(0L, 0L, 0L, 0L, 0L), 0.5, 0.95))
                .withMessageContaining("without observations");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistogramQuantile.of(BOUNDS, List.of(1L, 2L), 0.5, 0.95))
                .withMessageContaining("4 bounds need one count more, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistogramQuantile.of(List.of(0.1, 0.3, 0.2, 1.0), counts, 0.5, 0.95))
                .withMessageContaining("ascending");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistogramQuantile.of(BOUNDS, List.of(1L, -2L, 3L, 4L, 5L), 0.5, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> HistogramQuantile.of(BOUNDS, counts, 1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> HistogramQuantile.of(BOUNDS, counts, 0.5, Double.NaN));
    }
}
