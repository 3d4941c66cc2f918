package dev.aotrollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.aotrollout.statistics.Planning.WelchPlan;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanningTest {
    @ParameterizedTest(name = "margin {0}: {1} events")
    @CsvSource({"1.25, 112", "1.5, 32", "2, 9.8", "3, 3.3"})
    void passingNeedsThePublishedEvents(double margin, double events) {
        assertThat(Planning.eventsToPass(margin, 0.05)).isCloseTo(events, Percentage.withPercentage(1.1));
    }

    @ParameterizedTest(name = "ratio {0}: {1} events")
    @CsvSource({"2, 12", "3, 3.6", "5, 1.1", "10, 0.33"})
    void rejectingNeedsThePublishedEvents(double ratio, double events) {
        assertThat(Planning.eventsToReject(ratio, 1, 0.01)).isCloseTo(events, Percentage.withPercentage(3.5));
    }

    @Test
    void isWhatAProcessNeedsThatBetsOnTheTrueRatio() {
        var process = MixtureEProcess.equallyWeighted(1.25, List.of(4.0));
        var events = Planning.eventsToReject(5, 1.25, 0.01);
        process.add(5 * events, 1, 1e6 * events, 1e6);
        assertThat(process.logE()).isCloseTo(-Math.log(0.01), within(1e-3));
    }

    @Test
    void needsMoreForAHarmlessRatioThatIsNearer() {
        assertThat(Planning.eventsToReject(2, 1.25, 0.01)).isGreaterThan(Planning.eventsToReject(2, 1, 0.01));
    }

    @Test
    void refusesToTellARatioFromItself() {
        assertThatIllegalArgumentException().isThrownBy(() -> Planning.eventsToReject(2, 2, 0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Planning.eventsToReject(0, 2, 0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Planning.eventsToReject(3, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Planning.eventsToPass(1, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> Planning.eventsToPass(Double.NaN, 0.05));
    }

    /** Powers that were simulated for true ratio {0} against limit {1}. */
    @ParameterizedTest(name = "{0} shown below {1}, {2} varying, power {3}: {4} pods")
    @CsvSource({
        "0.8, 0.9, 0.03, 0.97, 3",
        "0.7, 0.9, 0.08, 0.89, 3",
        "0.8, 0.9, 0.08, 0.39, 3",
        "0.8, 0.9, 0.08, 0.67, 5",
        "1.2, 1.05, 0.08, 0.77, 5",
        "0.8, 0.9, 0.08, 0.94, 10",
        "1.2, 1.05, 0.08, 0.97, 10",
        "0.5, 0.9, 0.15, 0.97, 3"
    })
    void needsTheSimulatedNumberOfPodsToOneMoreOrLess(
            double ratio, double limit, double variation, double power, int pods) {
        assertThat(new WelchPlan(ratio / limit, variation, 0.95, power).samplesPerGroup())
                .isBetween(pods - 1, pods + 1);
    }

    /** In a thousand comparisons of the planned size; the bounds are three standard deviations wide, and n is a whole number. */
    @Test
    void givesThePowerThatWasAskedFor() {
        var n = new WelchPlan(0.85, 0.1, 0.95, 0.8).samplesPerGroup();
        var random = new SplittableRandom(15);
        var shown = 0;
        for (var run = 0; run < 1_000; run++) {
            var test = WelchRatio.test(sample(random, n, 0.85), sample(random, n, 1));
            if (test.pBelow(1) < 0.05) shown++;
        }
        assertThat(shown).isBetween(760, 900);
    }

    private static WelchRatio.Sample sample(SplittableRandom random, int size, double mean) {
        return new WelchRatio.Sample(
                IntStream.range(0, size)
                        .mapToObj(i -> mean * Math.exp(0.1 * random.nextGaussian()))
                        .toList(),
                0);
    }

    @Test
    void needsAtLeastTwoToKnowADeviation() {
        assertThat(new WelchPlan(0.1, 0.01, 0.95, 0.5).samplesPerGroup()).isEqualTo(2);
    }

    @ParameterizedTest(name = "ratio {0}, variation {1}, confidence {2}, power {3}")
    @CsvSource({
        "1, 0.1, 0.95, 0.8",
        "0, 0.1, 0.95, 0.8",
        "NaN, 0.1, 0.95, 0.8",
        "0.8, 0, 0.95, 0.8",
        "0.8, 0.1, 1, 0.8",
        "0.8, 0.1, 0.95, 0",
        "0.8, 0.1, 0.95, 0.05"
    })
    void refusesAPlanThatCannotBe(double ratio, double variation, double confidence, double power) {
        assertThatIllegalArgumentException().isThrownBy(() -> new WelchPlan(ratio, variation, confidence, power));
    }
}
