package dev.aotrollout.http;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * HTTP clients whose threads end when they are closed. Fabric8 leaves the one that waits for the network to the garbage collector,
 * and a JVM that ends gives such a thread 0.3 s to come back: half of a command's time.
 */
public final class ShortLivedClients extends ClientFactory {
    private final List<HttpClient> built = new CopyOnWriteArrayList<>();

    @Override
    HttpClient built(HttpClient.Builder builder) {
        var client = builder.build();
        built.add(client);
        return client;
    }

    @Override
    protected void closeHttpClient(JdkHttpClientImpl client) {
        super.closeHttpClient(client);
        built.forEach(HttpClient::shutdownNow);
    }
}
