package dev.aotrollout.examples.checkout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A client of one running service. */
final class Client implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    Client(Checkout checkout) {
        address = "http://127.0.0.1:" + checkout.port();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> getLater(String path) {
        return http.sendAsync(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> pay(String body) throws IOException, InterruptedException {
        var post = request("/pay").POST(BodyPublishers.ofString(body)).build();
        return http.send(post, BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        var odd = request(path).method(method, BodyPublishers.noBody()).build();
        return http.send(odd, BodyHandlers.ofString());
    }

    /** The samples whose name begins like this, comments left out. */
    List<String> samples(String prefix) throws IOException, InterruptedException {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(prefix))
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
