package dev.aotrollout.workload;

import dev.aotrollout.api.ContainerOverride;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Containers of the AOT track: those of JIT, with the differences that the user named. */
final class ContainerMerge {
    private ContainerMerge() {}

    static List<Container> all(List<Container> containers, List<ContainerOverride> overrides) {
        var merged = new ArrayList<Container>();
        for (var container : containers) {
            var builder = new ContainerBuilder(container).withEnv(byName(container.getEnv(), List.of()));
            overrides.stream()
                    .filter(it -> it.name().equals(container.getName()))
                    .forEach(it -> apply(it, builder));
            merged.add(builder.build());
        }
        return merged;
    }

    private static void apply(ContainerOverride override, ContainerBuilder container) {
        container.withImage(override.image());
        if (override.command() != null) {
            container.withCommand(override.command());
        }
        if (override.args() != null) {
            container.withArgs(override.args());
        }
        if (override.env() != null) {
            container.withEnv(byName(container.buildEnv(), override.env()));
        }
        if (override.resources() != null) {
            container.withResources(resources(container.buildResources(), override.resources()));
        }
    }

    /** As the kubelet reads them: of two with one name the last one counts. Server-side apply refuses duplicates. */
    private static List<EnvVar> byName(List<EnvVar> env, List<EnvVar> changes) {
        var merged = new LinkedHashMap<String, EnvVar>();
        env.forEach(it -> merged.put(it.getName(), it));
        changes.forEach(it -> merged.put(it.getName(), it));
        return List.copyOf(merged.values());
    }

    private static ResourceRequirements resources(@Nullable ResourceRequirements jit, ResourceRequirements changes) {
        var base = jit == null ? new ResourceRequirements() : jit;
        var limits = merged(base.getLimits(), changes.getLimits());
        var requests = merged(base.getRequests(), changes.getRequests());
        // A request above its limit is invalid. One that the user did not name was meant for JIT, so it gives way to
        // the new limit.
        requests.replaceAll((resource, request) ->
                changes.getRequests().containsKey(resource) ? request : lower(request, limits.get(resource)));
        return new ResourceRequirementsBuilder(base)
                .withLimits(limits)
                .withRequests(requests)
                .withClaims(changes.getClaims().isEmpty() ? base.getClaims() : changes.getClaims())
                .build();
    }

    private static Quantity lower(Quantity request, @Nullable Quantity limit) {
        return limit != null && exceeds(request, limit) ? limit : request;
    }

    private static boolean exceeds(Quantity request, Quantity limit) {
        return request.getNumericalAmount().compareTo(limit.getNumericalAmount()) > 0;
    }

    private static Map<String, Quantity> merged(Map<String, Quantity> base, Map<String, Quantity> changes) {
        var merged = new LinkedHashMap<>(base);
        merged.putAll(changes);
        return merged;
    }

    /** The first resource of which a container asks for more than it may use. */
    static Optional<String> overcommitted(Container container) {
        var resources = container.getResources();
        if (resources == null) {
            return Optional.empty();
        }
        return resources.getRequests().entrySet().stream()
                .filter(it -> !lower(it.getValue(), resources.getLimits().get(it.getKey()))
                        .equals(it.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
