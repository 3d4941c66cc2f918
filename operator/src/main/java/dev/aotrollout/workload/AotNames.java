package dev.aotrollout.workload;

import dev.aotrollout.api.AotRollout;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;

/**
 * Names and labels of what we own.
 *
 * @param rollout name of the AOTRollout
 * @param workload name of the JIT Deployment
 * @param service name of today's Service
 */
public record AotNames(String rollout, String workload, String service) {
    /** Label: the AOTRollout that an object or pod belongs to. */
    public static final String ROLLOUT = "aotrollout.dev/rollout";

    /** Label: the track that a pod belongs to. */
    public static final String TRACK = "aotrollout.dev/track";

    /** Annotation of the AOT Deployment: the revision that its pod template was made for. */
    public static final String REVISION = "aotrollout.dev/revision";

    /** Our field manager, and the value of {@code app.kubernetes.io/managed-by}. */
    public static final String MANAGER = "aotrollout";

    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String AOT = "aot";

    /** The names that follow from a resource. */
    public static AotNames of(AotRollout rollout) {
        var spec = rollout.getSpec();
        return new AotNames(
                rollout.getMetadata().getName(),
                spec.workloadRef().name(),
                spec.traffic().service());
    }

    /** Name of the AOT Deployment. */
    public String deployment() {
        return workload + "-aot";
    }

    /** Name of the Service that selects JIT pods. */
    public String jitService() {
        return service + "-jit";
    }

    /** Name of the Service that selects AOT pods. */
    public String aotService() {
        return service + "-aot";
    }

    /** The two labels that select AOT pods and nothing else. */
    public Map<String, String> aotPods() {
        return Map.of(ROLLOUT, rollout, TRACK, AOT);
    }

    /** Labels of every object that we own for the AOT track. */
    public Map<String, String> labels() {
        return Map.of(ROLLOUT, rollout, TRACK, AOT, MANAGED_BY, MANAGER);
    }

    /** Labels of every object that we own for the JIT track. */
    public Map<String, String> jitLabels() {
        return Map.of(ROLLOUT, rollout, TRACK, "jit", MANAGED_BY, MANAGER);
    }

    /** Metadata of an object that goes away with its AOTRollout. */
    static ObjectMeta owned(String name, AotRollout owner) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(owner.getMetadata().getNamespace())
                .addNewOwnerReference()
                .withApiVersion(owner.getApiVersion())
                .withKind(owner.getKind())
                .withName(owner.getMetadata().getName())
                .withUid(owner.getMetadata().getUid())
                .withController(true)
                .withBlockOwnerDeletion(false)
                .endOwnerReference()
                .build();
    }
}
