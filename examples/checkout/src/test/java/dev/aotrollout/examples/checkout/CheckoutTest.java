package dev.aotrollout.examples.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A healthy AOT build over HTTP. */
class CheckoutTest {
    private static final String ORDER = """
            {"lines": [{"itemId": "1", "quantity": 2}], "method": "card"}
            """;
    private static final String DURATION = "http_server_request_duration_seconds";

    private Checkout checkout;
    private Client client;

    @BeforeEach
    void start() {
        checkout = Checkout.start(new Settings(0, Duration.ZERO, new Defect.None(), false), Track.AOT);
        client = new Client(checkout);
    }

    @AfterEach
    void stop() {
        client.close();
        checkout.close();
    }

    @Test
    void answersTheBusinessRoutes() throws Exception {
        assertThat(client.get("/cart").body()).contains("\"totalCents\":13540");
        assertThat(client.get("/items/7").body()).contains("\"name\":\"Milk jug\"");
        assertThat(client.pay(ORDER).body()).contains("\"totalCents\":5780", "\"method\":\"card\"", "\"paidAt\":\"2");
    }

    @Test
    void namesItsTrackInEveryAnswer() throws Exception {
        assertThat(client.get("/cart").headers().firstValue("x-track")).hasValue("aot");
        assertThat(client.get("/healthz").headers().firstValue("x-track")).hasValue("aot");
        assertThat(client.samples("checkout_build_info")).containsExactly("checkout_build_info{track=\"aot\"} 1");
    }

    @Test
    void refusesWrongRequestsWithoutCallingThemErrors() throws Exception {
        assertThat(client.get("/items/none").statusCode()).isEqualTo(404);
        assertThat(client.pay("{}").statusCode()).isEqualTo(400);
        assertThat(client.pay("not JSON").statusCode()).isEqualTo(400);
        assertThat(client.pay("").statusCode()).isEqualTo(400);

        assertThat(client.samples(DURATION + "_count"))
                .containsExactlyInAnyOrder(count("/items/{id}", "GET", 404, 1), count("/pay", "POST", 400, 3));
    }

    @Test
    void countsNothingBeforeTheFirstRequestOfAClient() throws Exception {
        client.get("/healthz");
        client.get("/livez");
        client.get("/metrics");

        assertThat(client.samples("http_server")).isEmpty();
    }

    @Test
    void measuresRequestsUnderTheirRoute() throws Exception {
        client.get("/items/7");
        client.get("/items/8");

        assertThat(client.samples(DURATION + "_count")).containsExactly(count("/items/{id}", "GET", 200, 2));
        assertThat(client.samples("http_server_active_requests"))
                .containsExactly("http_server_active_requests{http_request_method=\"GET\",url_scheme=\"http\"} 0.0");
    }

    @Test
    void hasTheBucketsThatOpenTelemetryAdvises() throws Exception {
        client.get("/cart");

        assertThat(client.samples(DURATION + "_bucket"))
                .extracting(line -> line.replaceFirst(".*le=\"([^\"]*)\".*", "$1"))
                .containsExactly(
                        "0.005", "0.01", "0.025", "0.05", "0.075", "0.1", "0.25", "0.5", "0.75", "1.0", "2.5", "5.0",
                        "7.5", "10.0", "+Inf");
    }

    @Test
    void doesNotMakeASeriesOfEveryPathOrMethod() throws Exception {
        client.get("/a");
        client.get("/b");
        client.send("BREW", "/cart");

        assertThat(client.samples(DURATION + "_count"))
                .containsExactlyInAnyOrder(count("", "GET", 404, 2), count("", "_OTHER", 404, 1));
    }

    @Test
    void tellsOfItsJvm() throws Exception {
        assertThat(client.samples("jvm_memory_used_bytes"))
                .anyMatch(line -> line.contains("jvm_memory_type=\"heap\""))
                .anyMatch(line -> line.contains("jvm_memory_type=\"non_heap\""));
        assertThat(client.samples("jvm_class_loaded_total ")).hasSize(1);
        assertThat(client.samples("process_start_time_seconds ")).hasSize(1);
        assertThat(client.samples("application_ready_time_seconds "))
                .hasSize(1)
                .noneMatch(line -> line.contains("NaN"));
    }

    @Test
    void isReadyAndAliveOnceStarted() throws Exception {
        assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
        assertThat(client.get("/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void stillServesWhileDrainingButClosesConnections() throws Exception {
        checkout.drain();

        var answer = client.get("/cart");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Connection")).hasValue("close");
        assertThat(client.get("/healthz").statusCode()).isEqualTo(503);
        assertThat(client.get("/livez").statusCode()).isEqualTo(200);
    }

    private static String count(String route, String method, int status, int requests) {
        var labels = "error_type=\"\",http_request_method=\"%s\","
                + "http_response_status_code=\"%d\",http_route=\"%s\",url_scheme=\"http\"";
        return DURATION + "_count{" + labels.formatted(method, status, route) + "} " + requests;
    }
}
