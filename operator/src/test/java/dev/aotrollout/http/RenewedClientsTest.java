package dev.aotrollout.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RenewedClientsTest {
    private final AtomicInteger renewals = new AtomicInteger();
    private HttpServer server;
    private Instant now = Instant.parse("2026-11-02T09:00:00Z");
    private final RenewedClients clients = new RenewedClients(() -> now, renewals::incrementAndGet);

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/answers", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.createContext("/silent", _ -> {});
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private HttpClient client() {
        return clients.createNewHttpClientBuilder().build();
    }

    private CompletableFuture<HttpResponse<Void>> ask(HttpClient client, String path, int millis) {
        var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        var request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofMillis(millis)).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    }

    private void askInVain(HttpClient client, int millis) {
        assertThat(ask(client, "/silent", millis))
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void aSilenceEndsTheConnectionsOfAllClients() {
        var election = client();
        var work = client();
        var hanging = ask(work, "/silent", 30_000);

        askInVain(election, 200);

        assertThat(renewals).hasValue(1);
        assertThat(hanging).failsWithin(10, TimeUnit.SECONDS);
        assertThat(ask(work, "/answers", 10_000)).succeedsWithin(Duration.ofSeconds(10));
        assertThat(ask(election, "/answers", 10_000)).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void anAnswerMeanwhileSaysThatOnlyTheRequestIsSlow() {
        var client = client();
        var slow = ask(client, "/silent", 2_000);
        assertThat(ask(client, "/answers", 10_000)).succeedsWithin(Duration.ofSeconds(10));

        assertThat(slow)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(HttpTimeoutException.class);
        assertThat(renewals).hasValue(0);
    }

    @Test
    void aServerThatAnswersNobodyIsNotTriedEverAnew() {
        var client = client();
        askInVain(client, 200);
        now = now.plusSeconds(29);
        askInVain(client, 200);
        assertThat(renewals).hasValue(1);

        now = now.plusSeconds(1);
        askInVain(client, 200);
        assertThat(renewals).hasValue(2);
    }

    @Test
    void whatCannotBeReachedIsNoSilence() {
        var client = client();
        server.stop(0);
        assertThat(ask(client, "/answers", 5_000)).failsWithin(Duration.ofSeconds(30));
        assertThat(renewals).hasValue(0);
    }
}
