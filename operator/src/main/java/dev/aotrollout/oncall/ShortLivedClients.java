package dev.aotrollout.oncall;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * HTTP clients whose threads end when they are closed. Fabric8 leaves the one that waits for the network to the garbage collector,
 * and a JVM that ends gives such a thread 0.3 s to come back: half of a command's time.
 */
final class ShortLivedClients extends JdkHttpClientFactory {
    private final List<HttpClient> built = new CopyOnWriteArrayList<>();

    /** The builder hands out what it has built to nobody who could close it, so it is noted on the way. */
    @Override
    protected HttpClient.Builder createNewHttpClientBuilder() {
        var builder = super.createNewHttpClientBuilder();
        return (HttpClient.Builder) Proxy.newProxyInstance(
                ShortLivedClients.class.getClassLoader(),
                new Class<?>[] {HttpClient.Builder.class},
                (noting, method, arguments) -> {
                    try {
                        var answer = method.invoke(builder, arguments);
                        if (answer instanceof HttpClient client) built.add(client);
                        return answer instanceof HttpClient.Builder ? noting : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    protected void closeHttpClient(JdkHttpClientImpl client) {
        super.closeHttpClient(client);
        built.forEach(HttpClient::shutdownNow);
    }
}
