package dev.aotrollout.examples.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Defects as a client and as Prometheus see them. */
class DefectiveCheckoutTest {

    @Test
    void paymentErrorsAnswer500OnlyThere() throws Exception {
        try (var checkout = start(new Defect.PaymentErrors());
                var client = new Client(checkout)) {
            assertThat(client.pay("{}").statusCode()).isEqualTo(500);
            assertThat(client.get("/cart").statusCode()).isEqualTo(200);
            assertThat(errorSamples(client))
                    .singleElement()
                    .asString()
                    .contains(
                            "error_type=\"dev.aotrollout.examples.checkout.BrokenBuildException\"",
                            "http_request_method=\"POST\"",
                            "http_response_status_code=\"500\"",
                            "http_route=\"/pay\"");
        }
    }

    @Test
    void errorsEverywhereSpareHealthAndMetrics() throws Exception {
        try (var checkout = start(new Defect.ErrorsEverywhere());
                var client = new Client(checkout)) {
            assertThat(client.get("/cart").statusCode()).isEqualTo(500);
            assertThat(client.get("/items/1").statusCode()).isEqualTo(500);
            assertThat(client.pay("{}").statusCode()).isEqualTo(500);
            assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(errorSamples(client)).hasSize(3);
        }
    }

    @Test
    void slowAnswersShowInTheHistogram() throws Exception {
        try (var checkout = start(new Defect.SlowAnswers(Duration.ofMillis(120)));
                var client = new Client(checkout)) {
            client.get("/cart");

            assertThat(client.samples("http_server_request_duration_seconds_bucket"))
                    .filteredOn(line -> line.contains("le=\"0.1\""))
                    .singleElement()
                    .asString()
                    .endsWith(" 0");
        }
    }

    @Test
    void aRequestUnderWayIsAnsweredBeforeTheEnd() throws Exception {
        var checkout = start(new Defect.SlowAnswers(Duration.ofMillis(1500)));
        try (var client = new Client(checkout)) {
            var answer = client.getLater("/cart");
            while (client.samples("http_server_active_requests").stream().noneMatch(line -> line.endsWith(" 1.0"))) {
                Thread.onSpinWait();
            }

            checkout.close();

            assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    private static Checkout start(Defect defect) {
        return Checkout.start(new Settings(0, Duration.ZERO, defect, false), Track.AOT);
    }

    private static List<String> errorSamples(Client client) throws Exception {
        return client.samples("http_server_request_duration_seconds_count").stream()
                .filter(line -> !line.contains("error_type=\"\""))
                .toList();
    }
}
