package dev.aotrollout.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final Duration SOAK = Duration.ofMinutes(10);

    @Test
    void allQuestionsTogetherHaveAllOfIt() {
        assertThat(Arrays.stream(Allowance.values())
                        .mapToDouble(Allowance::share)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void anyNumberOfStepsSpendsAtMostOnePercent() {
        var spent = Arrays.stream(Allowance.values())
                .mapToDouble(question -> IntStream.rangeClosed(1, 1_000)
                        .mapToDouble(question::ofStep)
                        .sum())
                .sum();
        assertThat(spent).isLessThanOrEqualTo(0.01 + 1e-12);
        assertThat(Allowance.ERRORS.ofStep(1)).isCloseTo(0.0021, within(1e-12));
        assertThat(Allowance.ERRORS.ofStep(3)).isCloseTo(0.000189, within(1e-12));
        assertThat(Allowance.MEMORY.ofStep(1)).isCloseTo(0.0015, within(1e-12));
        assertThat(Allowance.MEMORY.ofStep(3)).isCloseTo(0.000375, within(1e-12));
    }

    @Test
    void anyNumberOfLooksSpendsAtMostThatOfTheStep() {
        var looks = IntStream.range(0, 20)
                .mapToDouble(octave -> Allowance.MEMORY.atLook(at(SOAK.multipliedBy(1L << octave))))
                .sum();
        assertThat(looks).isLessThanOrEqualTo(Allowance.MEMORY.ofStep(2) + 1e-18);
    }

    @Test
    void podsAreAskedAtTheEndOfTheSoakAndWheneverTheAgeHasDoubled() {
        assertThat(Allowance.CPU.atLook(at(Duration.ZERO))).isZero();
        assertThat(Allowance.CPU.atLook(at(SOAK.minusSeconds(1)))).isZero();
        assertThat(Allowance.CPU.atLook(at(SOAK))).isEqualTo(Allowance.CPU.ofStep(2) * 0.8);
        assertThat(Allowance.CPU.atLook(at(Duration.ofSeconds(749)))).isEqualTo(Allowance.CPU.ofStep(2) * 0.8);
        assertThat(Allowance.CPU.atLook(at(Duration.ofSeconds(751)))).isZero();
        assertThat(Allowance.CPU.atLook(at(SOAK.multipliedBy(2))))
                .isCloseTo(Allowance.CPU.ofStep(2) / 10, within(1e-18));
        assertThat(Allowance.CPU.atLook(at(SOAK.multipliedBy(4))))
                .isCloseTo(Allowance.CPU.ofStep(2) / 20, within(1e-18));
    }

    @Test
    void tellsWhenTheNextLookOpens() {
        assertThat(Allowance.secondsToLook(at(Duration.ofSeconds(500)))).isEqualTo(100);
        assertThat(Allowance.secondsToLook(at(SOAK))).isEqualTo(600);
        assertThat(Allowance.secondsToLook(at(Duration.ofSeconds(1_300)))).isEqualTo(1_100);
    }

    private static StepWindow at(Duration age) {
        return new StepWindow(2, 25, age, SOAK, 0, new StepWindow.Next(50, SOAK));
    }
}
