package dev.aotrollout.cluster;

import dev.aotrollout.http.RenewedClients;
import dev.aotrollout.json.KubernetesJson;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.InstantSource;

/** The two clients of an operator: the lease has one of its own, so that work can neither slow it down nor be confused with it. */
public final class OperatorClients {
    private static final int REQUEST_RETRIES = 3;
    private static final int REQUEST_TIMEOUT_MILLIS = 10_000;

    private final Config config;
    private final RequestMeter meter;
    private final RenewedClients connections;

    /** For the cluster of {@code config}. */
    public OperatorClients(Config config, RequestListener listener, InstantSource clock) {
        this.config = config;
        this.meter = new RequestMeter(listener, clock);
        this.connections = new RenewedClients(clock, listener::renewed);
    }

    /** Writes only while {@code leadership} lets it. */
    public KubernetesClient forWork(Leadership leadership) {
        var patient = new ConfigBuilder(config)
                .withRequestRetryBackoffLimit(REQUEST_RETRIES)
                .withRequestTimeout(REQUEST_TIMEOUT_MILLIS)
                .build();
        return new KubernetesClientBuilder()
                .withKubernetesSerialization(KubernetesJson.shared())
                .withHttpClientFactory(connections)
                .withConfig(patient)
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("fence", new WriteFence(leadership))
                        .addOrReplaceInterceptor("meter", meter))
                .build();
    }

    /** Gives up soon: a renewal that comes late is worth nothing. */
    public KubernetesClient forLease(LeaseTerms terms) {
        var hasty = new ConfigBuilder(config)
                .withRequestRetryBackoffLimit(0)
                .withConnectionTimeout((int) terms.requestTimeout().toMillis())
                .withRequestTimeout((int) terms.requestTimeout().toMillis())
                .build();
        return new KubernetesClientBuilder()
                .withKubernetesSerialization(KubernetesJson.shared())
                .withHttpClientFactory(connections)
                .withConfig(hasty)
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("meter", meter))
                .build();
    }
}
