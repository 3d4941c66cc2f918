package dev.aotrollout.http;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;

/** Fabric8 builds Java's client itself, and hands it out to nobody; here is who builds it in its place. */
abstract class ClientFactory extends JdkHttpClientFactory {
    /** What Fabric8 gets from {@code builder}, which has all its settings by now. */
    abstract HttpClient built(HttpClient.Builder builder);

    @Override
    protected HttpClient.Builder createNewHttpClientBuilder() {
        var builder = super.createNewHttpClientBuilder();
        return (HttpClient.Builder) Proxy.newProxyInstance(
                ClientFactory.class.getClassLoader(),
                new Class<?>[] {HttpClient.Builder.class},
                (ours, method, arguments) -> {
                    if (method.getName().equals("build")) return built(builder);
                    try {
                        var answer = method.invoke(builder, arguments);
                        return answer instanceof HttpClient.Builder ? ours : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
