package dev.aotrollout.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** {@code /metrics}, {@code /healthz} and {@code /readyz}. */
final class Endpoints implements AutoCloseable {
    private final HttpServer server;

    private Endpoints(HttpServer server) {
        this.server = server;
    }

    /** Starts to answer on {@code port}. */
    static Endpoints open(int port, Wiring wiring) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/metrics", exchange -> {
            var body = new ByteArrayOutputStream();
            wiring.metrics().write(body);
            answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", body.toByteArray());
        });
        server.createContext("/healthz", exchange -> health(exchange, wiring));
        server.createContext("/readyz", exchange -> health(exchange, wiring));
        server.start();
        return new Endpoints(server);
    }

    private static void health(HttpExchange exchange, Wiring wiring) throws IOException {
        var healthy = wiring.isHealthy();
        var text = healthy ? "ok\n" : "a watch has stopped; decisions would rest on an old world\n";
        answer(exchange, healthy ? 200 : 503, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
