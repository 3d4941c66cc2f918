package dev.aotrollout.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class PrometheusClientTest {
    private static final Instant AT = Instant.parse("2026-11-01T12:00:00.250Z");
    private static final byte[] EMPTY_ANSWER =
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}"
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void postsTheQueryBelowThePathOfTheAddress() throws IOException {
        try (var server = FakeServer.thatAnswers(200, Recorded.answer("matrix.json"))) {
            var connection = FakeServer.connection(
                    "http://127.0.0.1:" + server.port() + "/prom/?tenant=a",
                    Map.of("Authorization", "Bearer s3cret-token\n", "X-Scope-OrgID", "shop"));
            var promql = "up{pod=~\"a|b\"}[5m]" + " or vector(1)".repeat(2_000);

            assertThat(((Series) new PrometheusClient(connection).query(promql, AT)).all())
                    .hasSize(2);

            var request = server.requests().getFirst();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.uri()).hasToString("/prom/api/v1/query?tenant=a");
            assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer s3cret-token");
            assertThat(request.headers().getFirst("X-Scope-OrgID")).isEqualTo("shop");
            assertThat(Arrays.stream(request.body().split("&")).map(p -> URLDecoder.decode(p, StandardCharsets.UTF_8)))
                    .containsExactly("query=" + promql, "time=1793534400.250");
        }
    }

    @ParameterizedTest(name = "HTTP {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | false | HTTP 401: check metrics.prometheus.bearerTokenSecret, basicAuthSecret, headers and headerSecrets",
                "403 | false | HTTP 403: check metrics.prometheus.bearerTokenSecret, basicAuthSecret, headers and headerSecrets",
                "404 | false | HTTP 404: no query API there, check the path of metrics.prometheus.url",
                "429 | false | HTTP 429: too many queries, raise metrics.intervalSeconds",
                "500 | false | HTTP 500",
                "503 | false | HTTP 503"
            })
    void errorsOfProxiesSayWhatToDo(int code, boolean answered, String why) throws IOException {
        try (var server = FakeServer.thatAnswers(code, "<html>no</html>".getBytes(StandardCharsets.UTF_8))) {
            assertThat(ask(server))
                    .isEqualTo(new Unavailable("Prometheus at 127.0.0.1:" + server.port() + ": " + why, answered));
        }
    }

    @Test
    void aRefusedQueryIsNotADeadServer() throws IOException {
        try (var server = FakeServer.thatAnswers(422, Recorded.answer("too-many-samples.json"))) {
            assertThat(ask(server).why())
                    .endsWith(
                            ": HTTP 422 execution: query processing would load too many samples into memory in query execution");
            assertThat(ask(server).answered()).isTrue();
        }
    }

    @Test
    void aPartialAnswerIsNone() throws IOException {
        try (var server = FakeServer.thatAnswers(200, Recorded.answer("partial.json"))) {
            assertThat(ask(server).why())
                    .endsWith("partial answer: store gateway 10.2.0.4 did not answer: context deadline exceeded");
        }
    }

    @Test
    void infosAreNoWarnings() throws IOException {
        try (var server = FakeServer.thatAnswers(200, Recorded.answer("vector.json"))) {
            assertThat(new PrometheusClient(server.connection()).query("up", AT))
                    .isInstanceOf(Series.class);
        }
    }

    @Test
    void aLoginPageIsNoAnswer() throws IOException {
        try (var server = FakeServer.thatAnswers(200, "<html>log in</html>".getBytes(StandardCharsets.UTF_8))) {
            assertThat(ask(server).why()).endsWith("HTTP 200, but the body is not the JSON of the query API");
        }
    }

    @Test
    void aScalarIsNotWhatWasAskedFor() throws IOException {
        var body = "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"2\"]}}";
        try (var server = FakeServer.thatAnswers(200, body.getBytes(StandardCharsets.UTF_8))) {
            assertThat(ask(server).why()).endsWith("answered a scalar instead of series");
        }
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        try (var elsewhere = FakeServer.thatAnswers(200, EMPTY_ANSWER);
                var server = FakeServer.with((exchange, _) -> {
                    exchange.getResponseHeaders().set("Location", "http://localhost:" + elsewhere.port() + "/x");
                    FakeServer.send(exchange, 302, new byte[0]);
                })) {
            assertThat(ask(server).why())
                    .endsWith(
                            "HTTP 302 redirects to localhost: set metrics.prometheus.url to the address it redirects to");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void aRefusedConnectionNamesTheServer() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var client =
                new PrometheusClient(FakeServer.connection("http://user:pw@127.0.0.1:" + port + "/p?key=k", Map.of()));

        assertThat(client.query("up", AT))
                .isEqualTo(new Unavailable(
                        "Prometheus at 127.0.0.1:" + port + ": connection refused or no route to it", false));
    }

    @Test
    void anUnknownHostIsSaid() {
        var client = new PrometheusClient(FakeServer.connection("http://no-such-host.invalid:9090", Map.of()));

        assertThat(client.query("up", AT))
                .isEqualTo(new Unavailable("Prometheus at no-such-host.invalid:9090: unknown host", false));
    }

    @Test
    void anAddressThatCannotBeAskedIsAnAnswer() {
        var client = new PrometheusClient(FakeServer.connection("ftp://prometheus/", Map.of()));

        assertThat(((Unavailable) client.query("up", AT)).why())
                .startsWith("Prometheus at prometheus: cannot be asked:");
    }

    @Test
    void aServerWithoutAnAnswerTimesOut() throws IOException {
        try (var server = FakeServer.with((_, closed) -> closed.await())) {
            assertThat(ask(within(server, Duration.ofSeconds(1))).why()).endsWith(": no answer within 1 s");
        }
    }

    @Test
    void aBodyThatNeverEndsTimesOut() throws IOException {
        try (var server = FakeServer.with((exchange, closed) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            closed.await();
        })) {
            assertThat(ask(within(server, Duration.ofSeconds(1))).why()).endsWith(": no answer within 1 s");
        }
    }

    @Test
    void aConnectionThatBreaksIsSaid() throws IOException {
        try (var server = FakeServer.with((exchange, _) -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            throw new IOException("broken");
        })) {
            assertThat(ask(server).why()).contains(": the connection failed: ");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() throws IOException {
        try (var server = FakeServer.thatAnswers(200, new byte[2 << 20])) {
            var result = new PrometheusClient(server.connection(), 1 << 20).query("up", AT);
            assertThat(result)
                    .isEqualTo(new Unavailable(
                            "Prometheus at 127.0.0.1:" + server.port() + ": the answer is larger than 1 MiB", true));
        }
    }

    @Test
    void secretsThatTheServerEchoesAreNotPassedOn() throws IOException {
        var body =
                "{\"status\":\"error\",\"errorType\":\"internal\",\"error\":\"bad token s3cret-token, line\\nbreak\"}";
        try (var server = FakeServer.thatAnswers(500, body.getBytes(StandardCharsets.UTF_8))) {
            var connection = FakeServer.connection(
                    "http://127.0.0.1:" + server.port(), Map.of("Authorization", "Bearer s3cret-token"));

            assertThat(((Unavailable) new PrometheusClient(connection).query("up", AT)).why())
                    .endsWith("HTTP 500 internal: bad token ***, line break");
            assertThat(connection).asString().doesNotContain("s3cret");
        }
    }

    @Test
    void aHeaderThatMayNotBeSetIsAnAnswer() throws IOException {
        try (var server = FakeServer.thatAnswers(200, EMPTY_ANSWER)) {
            var connection = FakeServer.connection("http://127.0.0.1:" + server.port(), Map.of("Host", "other"));

            assertThat(((Unavailable) new PrometheusClient(connection).query("up", AT)).why())
                    .contains("restricted header name: \"Host\"");
        }
    }

    private static PrometheusConnection within(FakeServer server, Duration timeout) {
        return new PrometheusConnection(URI.create("http://127.0.0.1:" + server.port()), Map.of(), "", timeout);
    }

    private static Unavailable ask(FakeServer server) {
        return ask(server.connection());
    }

    private static Unavailable ask(PrometheusConnection connection) {
        return (Unavailable) new PrometheusClient(connection).query("up", AT);
    }
}
