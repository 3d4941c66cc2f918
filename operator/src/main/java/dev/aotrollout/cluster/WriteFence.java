package dev.aotrollout.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Set;

/** Lets no write leave while this operator does not lead, whatever thread or pass it comes from. */
final class WriteFence implements Interceptor {
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Leadership leadership;

    WriteFence(Leadership leadership) {
        this.leadership = leadership;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (READS.contains(request.method()) || leadership.mayAct()) return;
        throw new KubernetesClientException("%s %s is kept back: this operator does not lead (%s)"
                .formatted(request.method(), request.uri().getPath(), leadership.describe()));
    }
}
