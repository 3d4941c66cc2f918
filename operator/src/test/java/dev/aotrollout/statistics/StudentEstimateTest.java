package dev.aotrollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Student's sleep data of 1908, with the results that R's manual prints for them. */
class StudentEstimateTest {
    private static final List<Double> ONE = List.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
    private static final List<Double> OTHER = List.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);
    private static final List<Double> GAINS = List.of(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4);

    @Test
    void aMeanHasThePublishedInterval() {
        var interval = StudentMean.of(GAINS).interval(0.975);
        assertThat(interval.estimate()).isCloseTo(1.58, within(1e-9));
        assertThat(interval.low()).isCloseTo(0.7001142, within(1e-7));
        assertThat(interval.high()).isCloseTo(2.4598858, within(1e-7));
    }

    @Test
    void aMeanHasThePublishedProbability() {
        var mean = StudentMean.of(GAINS);
        assertThat(mean.value() / mean.standardError()).isCloseTo(4.0621, within(5e-5));
        assertThat(2 * mean.pAbove(0)).isCloseTo(0.002833, within(5e-7));
        assertThat(mean.pBelow(0)).isCloseTo(1 - mean.pAbove(0), within(1e-12));
        assertThat(mean.pAbove(1.58)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aDifferenceHasThePublishedIntervalAndProbability() {
        var difference = WelchDifference.of(ONE, OTHER);
        var interval = difference.interval(0.975);
        assertThat(difference.degrees()).isCloseTo(17.776, within(5e-4));
        assertThat(difference.value() / difference.standardError()).isCloseTo(-1.8608, within(5e-5));
        assertThat(2 * difference.pBelow(0)).isCloseTo(0.07939, within(5e-6));
        assertThat(interval.low()).isCloseTo(-3.3654832, within(1e-7));
        assertThat(interval.high()).isCloseTo(0.2054832, within(1e-7));
    }

    @Test
    void isCertainWhereNothingVaries() {
        var difference = WelchDifference.of(List.of(2.0, 2.0), List.of(1.0, 1.0, 1.0));
        assertThat(difference.interval(0.99)).isEqualTo(new Interval(1, 1, 1));
        assertThat(difference.pAbove(0.5)).isZero();
        assertThat(difference.pAbove(1)).isEqualTo(1);
        assertThat(difference.pBelow(0.5)).isEqualTo(1);
    }

    @Test
    void takesTheDegreesOfTheOnlySampleThatVaries() {
        var difference = WelchDifference.of(List.of(1.0, 2.0, 3.0), List.of(1.0, 1.0));
        assertThat(difference.degrees()).isCloseTo(2, within(1e-12));
    }

    @Test
    void refusesSamplesThatHaveNoDeviation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudentMean.of(List.of(1.0)))
                .withMessageContaining("at least 2 values, not 1");
        assertThatIllegalArgumentException().isThrownBy(() -> StudentMean.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> WelchDifference.of(ONE, List.of(1.0)));
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> StudentMean.of(List.of(1.0, Double.NaN)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudentMean.of(GAINS).pAbove(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudentMean.of(GAINS).interval(1));
    }
}
