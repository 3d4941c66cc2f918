package dev.aotrollout.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.runtime.KubeApi;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Secrets are read one by one, by name and in the namespace that was asked for; nothing lists or watches them. */
class SecretsIT {
    private final String namespace = KubeApi.get().newNamespace();
    private final String other = KubeApi.get().newNamespace();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final KubernetesClient client = KubeApi.get().newClient(new Interceptor() {
        @Override
        public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
            requests.add(request.method() + " " + request.uri().getPath());
        }
    });
    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    private final Secrets secrets = new Secrets(client, () -> now);

    @AfterEach
    void closeClient() {
        client.close();
    }

    private static void create(String namespace) {
        KubeApi.get()
                .client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("prometheus")
                        .withNamespace(namespace)
                        .endMetadata()
                        .addToStringData("token", "open-sesame\n")
                        .build())
                .create();
    }

    @Test
    void oneGetByNameInTheNamespaceAskedForAndThenFromMemory() {
        create(namespace);
        var ref = new Secrets.Ref(namespace, "prometheus", "token");

        assertThat(secrets.read(ref)).isEqualTo(new Secrets.Result.Found("open-sesame"));
        assertThat(secrets.read(ref)).isEqualTo(new Secrets.Result.Found("open-sesame"));

        assertThat(requests).containsExactly("GET /api/v1/namespaces/" + namespace + "/secrets/prometheus");
        now = now.plusSeconds(31);
        secrets.read(ref);
        assertThat(requests).hasSize(2);
    }

    @Test
    void aSecretOfTheSameNameElsewhereIsNotFound() {
        create(other);

        assertThat(secrets.read(new Secrets.Ref(namespace, "prometheus", "token")))
                .isInstanceOfSatisfying(
                        Secrets.Result.Missing.class,
                        missing -> assertThat(missing.why())
                                .isEqualTo("Secret %s/prometheus does not exist; create it with the key token"
                                        .formatted(namespace)));
        assertThat(requests).containsExactly("GET /api/v1/namespaces/" + namespace + "/secrets/prometheus");
    }
}
