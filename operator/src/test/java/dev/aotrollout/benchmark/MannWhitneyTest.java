package dev.aotrollout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {
    @Test
    void aShiftOfOnePercentIsHighWhereTheNoiseIsSmall() {
        assertThat(MannWhitney.isHigh(series(1.01, 0.01), series(1, 0.01))).isTrue();
    }

    @Test
    void equalSeriesAreNotHigh() {
        assertThat(MannWhitney.isHigh(series(1, 0.01), series(1, 0.01))).isFalse();
    }

    @Test
    void aLowerExperimentIsNotHigh() {
        assertThat(MannWhitney.isHigh(series(0.9, 0.01), series(1, 0.01))).isFalse();
    }

    /** Kayenta's known blind spot: where most points of both are zero, the shift is zero. */
    @Test
    void rareErrorsAreNotHigh() {
        var control = new double[60];
        var experiment =
                IntStream.range(0, 60).mapToDouble(i -> i % 4 == 0 ? 0.2 : 0).toArray();

        assertThat(MannWhitney.isHigh(experiment, control)).isFalse();
    }

    private static double[] series(double level, double spread) {
        return IntStream.range(0, 60)
                .mapToDouble(i -> level * (1 + spread * ((i * 37 % 60) / 30.0 - 1)))
                .toArray();
    }
}
