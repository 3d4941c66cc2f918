package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes the first lists faster. What goes wrong here is told by them, which are tried for longer. */
public final class WarmUp {
    private WarmUp() {}

    /** One request before many: those that find no connection open one each, and the handshakes were half of the start. */
    static void of(KubernetesClient client) {
        try {
            client.getKubernetesVersion();
        } catch (KubernetesClientException _) {
            // Nobody is served by giving up here.
        }
    }

    /** Jackson learns a type when it first meets one; specimens of the largest kinds teach it before there is a connection. */
    public static void learn(KubernetesSerialization serialization) {
        // A pass gets a copy of its own, which is written and read.
        serialization.clone(read(serialization, "rollout", AotRollout.class));
        read(serialization, "deployment", Deployment.class);
    }

    private static <T> T read(KubernetesSerialization serialization, String specimen, Class<T> type) {
        try (var json = WarmUp.class.getResourceAsStream("/warm-up/" + specimen + ".json")) {
            return serialization.unmarshal(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
