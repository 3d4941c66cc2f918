package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Makes the first lists faster. What goes wrong here is told by them, which are tried for longer. */
final class WarmUp {
    private WarmUp() {}

    /** One request before many: those that find no connection open one each, and the handshakes were half of the start. */
    static void of(KubernetesClient client) {
        Thread.ofPlatform().daemon().name("warm-up").start(() -> learn(client));
        try {
            client.getKubernetesVersion();
        } catch (KubernetesClientException _) {
            // Nobody is served by giving up here.
        }
    }

    /** Jackson learns a type when it first reads one; the largest takes as long as the connection, beside it. */
    private static void learn(KubernetesClient client) {
        client.getKubernetesSerialization().unmarshal("{}", AotRollout.class);
    }
}
