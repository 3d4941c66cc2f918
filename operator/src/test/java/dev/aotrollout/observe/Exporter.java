package dev.aotrollout.observe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The {@code /metrics} of one process: request counters by status, and how often it was scraped. */
final class Exporter implements AutoCloseable {
    private static final String NAME = "http_server_request_duration_seconds";

    private final HttpServer server;
    private final Map<String, long[]> counts = new TreeMap<>();
    private String extra = "";
    private boolean gone;
    private int scrapes;

    Exporter() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", this::answer);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized int scrapes() {
        return scrapes;
    }

    synchronized void answered(String status, long requests, long slow) {
        var count = counts.computeIfAbsent(status, _ -> new long[2]);
        count[0] += requests;
        count[1] += slow;
    }

    synchronized void restarts() {
        counts.clear();
    }

    synchronized void vanishes() {
        gone = true;
    }

    synchronized void alsoSays(String lines) {
        extra = lines;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            scrapes++;
            if (gone) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var body = text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String text() {
        var text = new StringBuilder("process_start_time_seconds 1\n" + extra);
        if (!counts.isEmpty()) text.append("# TYPE " + NAME + " histogram\n");
        counts.forEach((status, count) -> {
            var labels = "http_response_status_code=\"%s\",http_route=\"/pay\"".formatted(status);
            for (var bound : new String[] {"0.1", "0.25", "1.0", "+Inf"}) {
                var within = bound.equals("0.1") ? 0 : bound.equals("0.25") ? count[0] - count[1] : count[0];
                text.append("%s_bucket{%s,le=\"%s\"} %d\n".formatted(NAME, labels, bound, within));
            }
            text.append("%s_count{%s} %d\n".formatted(NAME, labels, count[0]));
            text.append("%s_sum{%s} 1.5\n".formatted(NAME, labels));
        });
        return text.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
