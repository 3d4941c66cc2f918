package dev.aotrollout.judge;

import static dev.aotrollout.judge.Seen.errors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorstCaseTest {
    private static final Budget BUDGET = new Budget(10_000, 50);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void withoutRequestsAnythingIsPossible() {
        assertThat(spent(errors(0, 1_000), errors(0, 0))).isInfinite();
    }

    @Test
    void withoutErrorsTheUpperBoundOfTheRatioCounts() {
        // 100 requests a second; Wilson's upper bound of 0 in 3,000 at 95 % is z^2 / (n + z^2) = 0.000901
        assertThat(spent(errors(0, 3_000), errors(0, 3_000))).isCloseTo(0.0270, within(0.0005));
    }

    @Test
    void moreRequestsMakeItCheaper() {
        assertThat(spent(errors(0, 30_000), errors(0, 30_000)))
                .isLessThan(spent(errors(0, 3_000), errors(0, 3_000)) * 1.01);
        assertThat(spent(errors(0, 5_990), errors(0, 10))).isGreaterThan(1);
    }

    @Test
    void errorsOfJitAreNotHeldAgainstAot() {
        assertThat(spent(errors(300, 3_000), errors(0, 3_000))).isZero();
    }

    private static double spent(Counts jit, Counts aot) {
        var traffic = new Traffic(List.of(new Bucket(Seen.NOW, jit, aot)), 0);
        return WorstCase.spentPercent(traffic, MINUTE, 0.5, MINUTE, BUDGET);
    }
}
