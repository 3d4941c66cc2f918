package dev.aotrollout.runtime;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Sees the requests of one client, and can keep some from leaving. */
final class RequestTap implements Interceptor {
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final List<String> conflicts = new CopyOnWriteArrayList<>();
    private volatile Predicate<String> refused = _ -> false;
    private volatile Predicate<String> awaited = _ -> false;
    private volatile Runnable first = () -> {};

    /** From now on requests that {@code which} fits do not leave; they look like {@code PATCH /apis/...}. */
    void refuse(Predicate<String> which) {
        refused = which;
    }

    /** Once, {@code work} is done just before a request that {@code which} fits leaves. */
    void beforeNext(Predicate<String> which, Runnable work) {
        first = work;
        awaited = which;
    }

    /** Everything but reads that concerns {@code namespace}. */
    List<String> writes(String namespace) {
        return writes.stream()
                .filter(write -> write.contains("/namespaces/" + namespace + "/"))
                .toList();
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (request.method().equals("GET")) return;
        var text = request.method() + " " + request.uri().getPath();
        if (refused.test(text)) throw new KubernetesClientException("kept from leaving: " + text, 500, null);
        writes.add(text);
        if (!awaited.test(text)) return;
        awaited = _ -> false;
        first.run();
    }

    /** Paths of what the API server refused because somebody was faster. */
    List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    @Override
    public CompletableFuture<Boolean> afterFailure(BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
        if (response.code() == 409) conflicts.add(response.request().uri().getPath());
        return CompletableFuture.completedFuture(false);
    }
}
