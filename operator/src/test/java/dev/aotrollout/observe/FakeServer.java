package dev.aotrollout.observe;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** An HTTP server on loopback that answers as a test says, and remembers what it was asked. */
final class FakeServer implements AutoCloseable {
    record Request(String method, URI uri, Headers headers, String body) {}

    /** Answers one request; may wait on the latch, which opens when the server closes. */
    @FunctionalInterface
    interface Behaviour {
        void answer(HttpExchange exchange, CountDownLatch closed) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private FakeServer(HttpServer server, Behaviour behaviour) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                requests.add(new Request(
                        exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body));
                behaviour.answer(exchange, closed);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    static FakeServer thatAnswers(int code, byte[] body) throws IOException {
        return with((exchange, _) -> send(exchange, code, body));
    }

    static FakeServer with(Behaviour behaviour) throws IOException {
        return new FakeServer(HttpServer.create(loopback(), 0), behaviour);
    }

    static FakeServer withTls(SSLContext context, byte[] body) throws IOException {
        var server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new FakeServer(server, (exchange, _) -> send(exchange, 200, body));
    }

    static void send(HttpExchange exchange, int code, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    PrometheusConnection connection() {
        return connection("http://127.0.0.1:" + port(), Map.of());
    }

    static PrometheusConnection connection(String url, Map<String, String> headers) {
        return new PrometheusConnection(URI.create(url), headers, "", Duration.ofSeconds(5));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
