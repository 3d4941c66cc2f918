package dev.aotrollout.oncall;

import dev.aotrollout.terminal.Refused;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;

/**
 * Which images the tracks run; empty where the user may not see it.
 *
 * @param jit of the container that differs on AOT
 * @param aot as the spec says
 */
record Images(String jit, String aot) {
    static final Images UNKNOWN = new Images("", "");

    /** From the spec, and the JIT Deployment. */
    static Images read(Cluster cluster, Standing at) {
        var overrides = at.spec().aot().containers();
        if (overrides == null || overrides.isEmpty()) return UNKNOWN;
        var override = overrides.getFirst();
        var jit = deployment(cluster, at)
                .flatMap(deployment -> deployment.getSpec().getTemplate().getSpec().getContainers().stream()
                        .filter(container -> container.getName().equals(override.name()))
                        .map(Container::getImage)
                        .findFirst());
        return new Images(jit.orElse(""), override.image());
    }

    private static Optional<Deployment> deployment(Cluster cluster, Standing at) {
        try {
            return Optional.ofNullable(cluster.ask(
                    "reading the JIT Deployment",
                    () -> cluster.client()
                            .apps()
                            .deployments()
                            .inNamespace(at.namespace())
                            .withName(at.spec().workloadRef().name())
                            .get()));
        } catch (Refused e) {
            return Optional.empty(); // who may read rollouts need not be allowed to read Deployments
        }
    }

    boolean isKnown() {
        return !jit.isEmpty() || !aot.isEmpty();
    }

    /** Name and version without registry and path, a digest by its beginning; its end where it is too long. */
    static String brief(String image, int columns) {
        if (image.isEmpty()) return "-";
        var name = image.substring(image.lastIndexOf('/') + 1);
        var digest = name.indexOf("@sha256:");
        var brief = digest < 0 ? name : name.substring(0, Math.min(name.length(), digest + "@sha256:".length() + 8));
        return brief.length() <= columns ? brief : "..." + brief.substring(brief.length() - columns + 3);
    }
}
