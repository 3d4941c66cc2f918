package dev.aotrollout.examples.checkout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Practice requests over real HTTP, so that the first client does not pay for code that has never run. */
final class WarmUp {
    private static final int ROUNDS = 10;
    private static final byte[] PAYMENT =
            "{\"lines\":[{\"itemId\":\"1\",\"quantity\":2}],\"method\":\"card\"}".getBytes(UTF_8);

    private final String address;

    private WarmUp(int port) {
        address = "http://127.0.0.1:" + port;
    }

    static void run(int port) {
        var warmUp = new WarmUp(port);
        try {
            for (var round = 0; round < ROUNDS; round++) {
                warmUp.get("/cart");
                warmUp.get("/items/" + (1 + round % 20));
                warmUp.pay();
                warmUp.get("/metrics");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the service does not answer its own warm-up", e);
        }
    }

    private void get(String path) throws IOException {
        readAnswer(open(path));
    }

    private void pay() throws IOException {
        var connection = open("/pay");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (var body = connection.getOutputStream()) {
            body.write(PAYMENT);
        }
        readAnswer(connection);
    }

    private HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) URI.create(address + path).toURL().openConnection();
    }

    /** Reads to the end: otherwise the connection cannot be used again. */
    private static void readAnswer(HttpURLConnection connection) throws IOException {
        try (InputStream body = connection.getInputStream()) {
            body.readAllBytes();
        }
    }
}
