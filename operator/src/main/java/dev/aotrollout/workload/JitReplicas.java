package dev.aotrollout.workload;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Whether the number of JIT pods is ours to write. */
public final class JitReplicas {
    private static final List<String> GIT_TOOLS = List.of("argocd", "flux", "kustomize-controller");
    private static final int DEFAULT_MIN_REPLICAS = 1;

    private JitReplicas() {}

    /** Who owns the replicas of {@code jit}: an autoscaler before all others, as it wins over them in the cluster too. */
    public static Owner owner(Deployment jit, List<HorizontalPodAutoscaler> hpas) {
        for (var hpa : hpas) {
            if (scales(hpa, jit)) {
                var min = hpa.getSpec().getMinReplicas();
                return new Owner.Autoscaler(hpa.getMetadata().getName(), min == null ? DEFAULT_MIN_REPLICAS : min);
            }
        }
        var entries = jit.getMetadata().getManagedFields();
        return (entries == null ? List.<ManagedFieldsEntry>of() : entries)
                .stream()
                        .filter(JitReplicas::ownsReplicas)
                        .filter(JitReplicas::isApplier)
                        .findFirst()
                        .<Owner>map(it -> new Owner.GitOps(it.getManager()))
                        .orElseGet(Owner.Ours::new);
    }

    private static boolean scales(HorizontalPodAutoscaler hpa, Deployment jit) {
        var target = hpa.getSpec().getScaleTargetRef();
        return Objects.equals(
                        hpa.getMetadata().getNamespace(), jit.getMetadata().getNamespace())
                && "Deployment".equals(target.getKind())
                && jit.getMetadata().getName().equals(target.getName());
    }

    private static boolean isApplier(ManagedFieldsEntry entry) {
        var manager = entry.getManager() == null ? "" : entry.getManager();
        if (manager.equals(AotNames.MANAGER)) {
            return false;
        }
        var name = manager.toLowerCase(Locale.ROOT);
        return "Apply".equals(entry.getOperation()) || GIT_TOOLS.stream().anyMatch(name::contains);
    }

    private static boolean ownsReplicas(ManagedFieldsEntry entry) {
        return entry.getFieldsV1() != null
                && entry.getFieldsV1().getAdditionalProperties().get("f:spec") instanceof Map<?, ?> spec
                && spec.containsKey("f:replicas");
    }
}
