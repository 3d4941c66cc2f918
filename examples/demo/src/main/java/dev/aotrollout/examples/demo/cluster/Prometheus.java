package dev.aotrollout.examples.demo.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Asks a Prometheus server for what is so now. */
final class Prometheus implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(DEADLINE).build();

    Prometheus(URI server) {
        this.server = server;
    }

    /** The values of an instant query by their label {@code pod}; empty when the server does not answer. */
    Map<String, Double> byPod(String query) throws InterruptedException {
        var address = server.resolve(server.getPath().replaceAll("/$", "") + "/api/v1/query?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        try {
            var request = HttpRequest.newBuilder(address).timeout(DEADLINE).build();
            return read(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            // A scenario may have stopped it; figures then rest on the other samples.
            return Map.of();
        }
    }

    static Map<String, Double> read(String body) throws IOException {
        var values = new HashMap<String, Double>();
        for (var series : JSON.readTree(body).path("data").path("result")) {
            var value = series.path("value").path(1).asDouble(-1);
            if (value >= 0) {
                values.put(series.path("metric").path("pod").asText(""), value);
            }
        }
        return values;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
