package dev.aotrollout.examples.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShopTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Shop shop = new Shop(Catalogue.load(new ObjectMapper()), InstantSource.fixed(NOON));

    @Test
    void pricesABasketWithTheTaxInIt() {
        var receipt = shop.pay(new PaymentRequest(List.of(new Line("1", 2), new Line("5", 1)), "card"));

        assertThat(receipt.basket().totalCents()).isEqualTo(2 * 2890 + 590);
        assertThat(receipt.basket().taxCents()).isEqualTo(1061);
        assertThat(receipt.paidAt()).isEqualTo(NOON);
    }

    @Test
    void knowsEveryItemOfItsExampleBasket() {
        assertThat(shop.cart().totalCents()).isPositive();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("no lines", new PaymentRequest(null, "card"), 400),
                Arguments.of("an empty basket", new PaymentRequest(List.of(), "card"), 400),
                Arguments.of("no method", new PaymentRequest(List.of(new Line("1", 1)), null), 400),
                Arguments.of("nothing of an item", new PaymentRequest(List.of(new Line("1", 0)), "card"), 400),
                Arguments.of("too much of an item", new PaymentRequest(List.of(new Line("1", 101)), "card"), 400),
                Arguments.of("an unknown item", new PaymentRequest(List.of(new Line("0", 1)), "card"), 404));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesAPaymentFor(String what, PaymentRequest request, int status) {
        assertThatExceptionOfType(RefusedRequestException.class)
                .as(what)
                .isThrownBy(() -> shop.pay(request))
                .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(status));
    }
}
