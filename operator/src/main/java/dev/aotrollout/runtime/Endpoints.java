package dev.aotrollout.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aotrollout.telemetry.OperatorMetrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** {@code /metrics}, {@code /livez} (also as {@code /healthz}), {@code /readyz} and {@code /startupz}. */
final class Endpoints implements AutoCloseable {
    /** A slow scrape must not hold a probe. */
    private static final int THREADS = 3;

    private static final Health.Answer CONNECTING = new Health.Answer(false, "starting; connecting to the API server");
    private static final Health.Answer STARTING = new Health.Answer(true, "starting");

    private final HttpServer server;
    private final ExecutorService threads;
    private volatile Optional<Health> health = Optional.empty();

    private Endpoints(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Starts to answer on {@code port}; what the probes say before {@link #serve} is that it starts. */
    static Endpoints open(int port, OperatorMetrics metrics) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(port), 0);
        var threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().name("http-", 0).factory());
        server.setExecutor(threads);
        server.createContext("/metrics", exchange -> {
            var body = new ByteArrayOutputStream();
            metrics.write(body);
            answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", body.toByteArray());
        });
        var endpoints = new Endpoints(server, threads);
        endpoints.probe("/livez", Health::live, STARTING);
        endpoints.probe("/healthz", Health::live, STARTING);
        endpoints.probe("/readyz", Health::ready, CONNECTING);
        endpoints.probe("/startupz", Health::startup, CONNECTING);
        server.start();
        return endpoints;
    }

    /** From now on the probes say what {@code judge} says. */
    void serve(Health judge) {
        health = Optional.of(judge);
    }

    private void probe(String path, Function<Health, Health.Answer> probe, Health.Answer before) {
        server.createContext(path, exchange -> {
            var said = health.map(probe).orElse(before);
            var text = said.text() + "\n";
            answer(
                    exchange,
                    said.isGood() ? 200 : 503,
                    "text/plain; charset=utf-8",
                    text.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
