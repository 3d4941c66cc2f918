package dev.aotrollout.examples.demo.load;

import static dev.aotrollout.examples.demo.load.Samples.START;
import static dev.aotrollout.examples.demo.load.Samples.answered;
import static dev.aotrollout.examples.demo.load.Samples.steady;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedWeightsTest {
    private static final List<WeightAsked> WEIGHTS =
            List.of(new WeightAsked(START, 0), new WeightAsked(START.plusSeconds(5), 10));

    private static List<Sample> zeroThenTenPercent() {
        var samples = new ArrayList<>(steady(0, 5, 0));
        samples.addAll(steady(5, 10, 1));
        return samples;
    }

    @Test
    void matchesWhereEachWeightWasServed() {
        // When
        var served = ServedWeights.of(WEIGHTS, zeroThenTenPercent(), START.plusSeconds(15));
        // Then
        assertThat(served.match()).isTrue();
        assertThat(served.spans().getFirst().servedPercent()).isZero();
        assertThat(served.spans().getLast().servedPercent()).isCloseTo(10, within(0.1));
        assertThat(served.spans().getLast().requests()).isBetween(890, 900);
    }

    @Test
    void doesNotMatchWhereAWeightOfZeroWasServedByAot() {
        // Given
        var samples = zeroThenTenPercent();
        samples.add(answered(3000, 200, Track.AOT));
        // When
        var served = ServedWeights.of(WEIGHTS, samples, START.plusSeconds(15));
        // Then
        assertThat(served.spans().getFirst().matches()).isFalse();
        assertThat(served.match()).isFalse();
    }

    @Test
    void leavesOutRequestsAroundAChange() {
        // Given
        var samples = zeroThenTenPercent();
        samples.add(answered(4800, 200, Track.AOT));
        samples.add(answered(100, 200, Track.AOT));
        // When
        var served = ServedWeights.of(WEIGHTS, samples, START.plusSeconds(15));
        // Then
        assertThat(served.match()).isTrue();
    }

    @Test
    void doesNotMatchAShareThatChanceCannotExplain() {
        var served = ServedWeights.of(List.of(new WeightAsked(START, 25)), steady(0, 20, 2), START.plusSeconds(20));
        assertThat(served.spans().getFirst().interval().high()).isLessThan(0.25);
        assertThat(served.match()).isFalse();
    }

    @Test
    void takesASpanWithoutRequestsForGood() {
        assertThat(ServedWeights.of(WEIGHTS, List.of(), START.plusSeconds(15)).match())
                .isTrue();
    }

    @Test
    void hasWilsonsIntervals() {
        var interval = ShareInterval.of(10, 100);
        assertThat(interval.low()).isCloseTo(0.03749, within(0.00001));
        assertThat(interval.high()).isCloseTo(0.24067, within(0.00001));
        assertThat(ShareInterval.of(0, 50).contains(0)).isTrue();
        assertThat(ShareInterval.of(50, 50).contains(1)).isTrue();
        assertThat(ShareInterval.of(0, 0)).isEqualTo(new ShareInterval(0, 1));
    }
}
