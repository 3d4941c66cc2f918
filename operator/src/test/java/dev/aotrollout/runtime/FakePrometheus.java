package dev.aotrollout.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers the queries that the operator sends, and no other, from the requests of a {@link FakeTraffic}. */
final class FakePrometheus implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeTraffic traffic;
    private final AtomicInteger queries = new AtomicInteger();
    private volatile boolean down;
    private volatile String authorization = "";

    FakePrometheus(FakeTraffic traffic) {
        this.traffic = traffic;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/v1/query", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void down(boolean wanted) {
        down = wanted;
    }

    /** Only who sends this header may ask. */
    void wantsAuthorization(String header) {
        authorization = header;
    }

    int queries() {
        return queries.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        queries.incrementAndGet();
        var form = form(exchange);
        var sent = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (down) answer(exchange, 503, "no backend");
        else if (!authorization.isEmpty() && !authorization.equals(sent)) answer(exchange, 401, "who are you?");
        else answer(exchange, form);
    }

    private void answer(HttpExchange exchange, Map<String, String> form) throws IOException {
        try {
            var atMillis = Math.round(Double.parseDouble(form.get("time")) * 1000);
            answer(exchange, 200, traffic.answer(form.get("query"), atMillis));
        } catch (IllegalArgumentException e) {
            System.err.println("fake Prometheus: " + e.getMessage());
            answer(
                    exchange,
                    400,
                    "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"a query that the fake does not know\"}");
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestMethod().equals("POST")
                ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                : exchange.getRequestURI().getRawQuery();
        var form = new HashMap<String, String>();
        for (var pair : query.split("&")) {
            var equals = pair.indexOf('=');
            form.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void answer(HttpExchange exchange, int code, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
