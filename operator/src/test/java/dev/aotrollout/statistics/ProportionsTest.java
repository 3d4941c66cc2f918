package dev.aotrollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of Newcombe's two papers of 1998: Statistics in Medicine 17, 857 (one share) and 873 (the difference of two). */
class ProportionsTest {
    private static final double PRINTED = 5.1e-5;

    @ParameterizedTest(name = "{0} of {1}: [{2}, {3}]")
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void aShareHasThePublishedInterval(long events, long trials, double low, double high) {
        var interval = Proportions.wilson(events, trials, 0.95);
        assertThat(interval.estimate()).isEqualTo((double) events / trials);
        assertThat(interval.low()).isCloseTo(low, within(PRINTED));
        assertThat(interval.high()).isCloseTo(high, within(PRINTED));
    }

    @ParameterizedTest(name = "{0} of {1} against {2} of {3}: [{4}, {5}]")
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "10, 10, 0, 20, 0.6791, 1"
    })
    void aDifferenceHasThePublishedInterval(
            long events, long trials, long control, long controlTrials, double low, double high) {
        var interval = Proportions.difference(events, trials, control, controlTrials, 0.95);
        assertThat(interval.low()).isCloseTo(low, within(PRINTED));
        assertThat(interval.high()).isCloseTo(high, within(PRINTED));
    }

    @Test
    void aDifferenceMirrorsWhenTheSidesChangePlaces() {
        var one = Proportions.difference(56, 70, 48, 80, 0.95);
        var other = Proportions.difference(48, 80, 56, 70, 0.95);
        assertThat(other.low()).isCloseTo(-one.high(), within(1e-12));
        assertThat(other.high()).isCloseTo(-one.low(), within(1e-12));
    }

    @Test
    void takesMoreTrialsThanAnIntegerHolds() {
        var interval = Proportions.wilson(10_000_000_000L, 40_000_000_000L, 0.95);
        assertThat(interval.estimate()).isEqualTo(0.25);
        assertThat(interval.low()).isBetween(0.24995, 0.25);
        assertThat(interval.high()).isBetween(0.25, 0.25005);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"0, 0", "-1, 5", "6, 5"})
    void refusesWhatIsNoShare(long events, long trials) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportions.wilson(events, trials, 0.95))
                .withMessageContaining(events + " of " + trials);
        assertThatIllegalArgumentException().isThrownBy(() -> Proportions.difference(1, 2, events, trials, 0.95));
    }

    @Test
    void refusesAConfidenceThatIsNoProbability() {
        assertThatIllegalArgumentException().isThrownBy(() -> Proportions.wilson(1, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Proportions.wilson(1, 2, Double.NaN));
    }
}
