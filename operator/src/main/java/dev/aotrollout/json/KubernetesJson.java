package dev.aotrollout.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Fabric8's serialization of Kubernetes resources, which begins to read sooner. */
public final class KubernetesJson {
    private static final KubernetesSerialization SHARED = create();

    private KubernetesJson() {}

    /** The one of all clients and commands of a process: what one of them has met, the others need not learn. */
    public static KubernetesSerialization shared() {
        return SHARED;
    }

    /** A new one, with a memory of its own of the types that it has met. */
    public static KubernetesSerialization create() {
        return new KubernetesSerialization(mapper(), true);
    }

    /** What {@link #create} is made of. */
    public static ObjectMapper mapper() {
        return new ObjectMapper().registerModule(new LazyBeans());
    }
}
