package dev.aotrollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aotrollout.statistics.SharedRate.Side;
import org.junit.jupiter.api.Test;

class SharedRateTest {

    /** The lady tasting tea: Fisher, "The Design of Experiments" (1935). */
    @Test
    void agreesWithFisher() {
        assertThat(SharedRate.pAtLeast(new Side(4, 4), new Side(0, 4), 1)).isCloseTo(1 / 70.0, within(1e-12));
        assertThat(SharedRate.pAtLeast(new Side(3, 4), new Side(1, 4), 1)).isCloseTo(17 / 70.0, within(1e-12));
        assertThat(SharedRate.pAtLeast(new Side(1, 4), new Side(3, 4), 1)).isCloseTo(69 / 70.0, within(1e-12));
        assertThat(SharedRate.pAtLeast(new Side(0, 4), new Side(4, 4), 1)).isEqualTo(1);
    }

    @Test
    void withoutAnEventOnTheOtherSideTheShareOfTrialsDecides() {
        assertThat(SharedRate.pAtLeast(new Side(3, 10_000), new Side(0, 990_000), 1))
                .isCloseTo(1e-6, within(1e-9));
    }

    @Test
    void eventsThatComeTogetherCountOnce() {
        assertThat(SharedRate.pAtLeast(new Side(30, 100_000), new Side(0, 9_900_000), 10))
                .isCloseTo(SharedRate.pAtLeast(new Side(3, 10_000), new Side(0, 990_000), 1), within(1e-15));
    }

    @Test
    void billionsOfTrialsAreScaledDown() {
        var p = SharedRate.pAtLeast(new Side(60_000, 30_000_000_000L), new Side(60_000, 30_000_000_000L), 1);
        assertThat(p).isBetween(0.3, 0.7);
    }

    @Test
    void refusesMoreEventsThanTrials() {
        assertThatThrownBy(() -> new Side(2, 1)).hasMessage("a side needs 0 <= events <= trials, not 2 of 1");
    }
}
