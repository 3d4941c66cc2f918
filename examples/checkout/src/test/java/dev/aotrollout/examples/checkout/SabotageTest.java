package dev.aotrollout.examples.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SabotageTest {
    private static final Duration DELAY = Duration.ofMillis(40);

    @ParameterizedTest
    @ValueSource(strings = {ShopRoutes.CART, ShopRoutes.ITEM, ShopRoutes.PAY})
    void aHealthyBuildAnswers(String route) {
        var sabotage = new Sabotage(new Defect.None());

        assertThatCode(() -> sabotage.beforeAnswer(route)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {ShopRoutes.CART, ShopRoutes.ITEM})
    void paymentErrorsLeaveOtherRoutesAlone(String route) {
        var sabotage = new Sabotage(new Defect.PaymentErrors());

        assertThatCode(() -> sabotage.beforeAnswer(route)).doesNotThrowAnyException();
    }

    @Test
    void paymentErrorsBreakThePayment() {
        var sabotage = new Sabotage(new Defect.PaymentErrors());

        assertThatExceptionOfType(BrokenBuildException.class)
                .isThrownBy(() -> sabotage.beforeAnswer(ShopRoutes.PAY))
                .withMessageContaining("/pay");
    }

    @ParameterizedTest
    @ValueSource(strings = {ShopRoutes.CART, ShopRoutes.ITEM, ShopRoutes.PAY})
    void errorsEverywhereBreakEveryRoute(String route) {
        var sabotage = new Sabotage(new Defect.ErrorsEverywhere());

        assertThatExceptionOfType(BrokenBuildException.class).isThrownBy(() -> sabotage.beforeAnswer(route));
    }

    @Test
    void slowAnswersDelayEachAnswer() {
        var sabotage = new Sabotage(new Defect.SlowAnswers(DELAY));

        assertThat(timeOf(() -> sabotage.beforeAnswer(ShopRoutes.CART))).isGreaterThanOrEqualTo(DELAY);
    }

    @Test
    void aSlowStartDelaysOnlyTheStart() {
        var sabotage = new Sabotage(new Defect.SlowStart(DELAY));

        assertThat(timeOf(sabotage::beforeReady)).isGreaterThanOrEqualTo(DELAY);
        assertThat(timeOf(() -> sabotage.beforeAnswer(ShopRoutes.CART))).isLessThan(DELAY);
    }

    @Test
    void leakedMemoryIsResident() throws IOException {
        var before = residentKib();

        var leaked = Leaking.grow(32L << 20);

        assertThat(leaked).isEqualTo(32L << 20);
        assertThat(residentKib() - before).isGreaterThan(24L << 10);
    }

    private static Duration timeOf(Runnable action) {
        var startedNanos = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private static long residentKib() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }
}
