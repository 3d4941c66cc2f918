package dev.aotrollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TheilSenTest {
    private static final List<Double> GROWING =
            List.of(100.0, 101.0, 99.0, 102.0, 104.0, 103.0, 107.0, 106.0, 108.0, 110.0, 109.0, 113.0);

    @Test
    void hasThePublishedSlope() {
        assertThat(TheilSen.slope(minutes(12), GROWING)).isCloseTo(1.190909, within(5e-7));
    }

    @Test
    void isNotBentByWildPoints() {
        var values =
                minutes(60).stream().map(t -> t % 5 == 0 ? 1e9 : 3 + 0.5 * t).toList();
        assertThat(TheilSen.slope(minutes(60), values)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void takesPointsInAnyOrderAndSeveralAtATime() {
        assertThat(TheilSen.slope(List.of(3.0, 0.0, 1.0, 1.0), List.of(6.0, 0.0, 2.0, 2.0)))
                .isEqualTo(2);
    }

    @Test
    void isZeroOnALevel() {
        assertThat(TheilSen.slope(minutes(1_440), Collections.nCopies(1_440, 5.0)))
                .isZero();
    }

    @Test
    void takesADayOfMinutes() {
        var random = new SplittableRandom(8);
        var values =
                minutes(1_440).stream().map(t -> 0.25 * t + random.nextDouble()).toList();
        assertThat(TheilSen.slope(minutes(1_440), values)).isCloseTo(0.25, within(1e-4));
    }

    @Test
    void aMedianIsThatOfTheSortedNumbers() {
        var random = new SplittableRandom(9);
        for (var size = 1; size < 200; size++) {
            var numbers = random.ints(size, 0, 50).asDoubleStream().toArray();
            var sorted = numbers.clone();
            Arrays.sort(sorted);
            assertThat(Median.of(numbers, size)).isEqualTo((sorted[(size - 1) / 2] + sorted[size / 2]) / 2);
        }
    }

    @Test
    void refusesPointsWithoutASlope() {
        assertThatIllegalArgumentException().isThrownBy(() -> TheilSen.slope(List.of(1.0), List.of(1.0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TheilSen.slope(List.of(1.0, 1.0), List.of(1.0, 2.0)))
                .withMessageContaining("two different times");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TheilSen.slope(List.of(1.0, 2.0), List.of(1.0)))
                .withMessageContaining("a value for each time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TheilSen.slope(List.of(1.0, 2.0), List.of(1.0, Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> TheilSen.slope(minutes(5_001), minutes(5_001)));
    }

    private static List<Double> minutes(int count) {
        return IntStream.range(0, count).mapToObj(i -> (double) i).toList();
    }
}
