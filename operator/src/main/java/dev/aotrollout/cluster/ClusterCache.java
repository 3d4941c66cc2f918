package dev.aotrollout.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Watched copies of the objects that rollouts refer to. Reading it never calls the API server. */
public final class ClusterCache implements AutoCloseable {
    private static final Duration PATIENCE_WITH_ROUTES = Duration.ofSeconds(2);

    private final KindCache<Deployment> deployments;
    private final KindCache<Service> services;
    private final KindCache<HorizontalPodAutoscaler> autoscalers;
    private final Map<RouteKind, KindCache<GenericKubernetesResource>> routes = new EnumMap<>(RouteKind.class);

    /**
     * Begins to watch.
     *
     * @param namespaces to watch; empty for all
     * @param changed told of every object that was added, changed or deleted
     */
    public ClusterCache(KubernetesClient client, Set<String> namespaces, Consumer<ObjectKey> changed) {
        var scopes = new Scopes(namespaces);
        deployments = KindCache.open(scopes.of(client.apps().deployments()), "Deployment", changed);
        services = KindCache.open(scopes.of(client.services()), "Service", changed);
        autoscalers = KindCache.open(
                scopes.of(client.autoscaling().v2().horizontalPodAutoscalers()), "HorizontalPodAutoscaler", changed);
        for (var kind : RouteKind.values())
            routes.put(
                    kind,
                    KindCache.open(scopes.of(client.genericKubernetesResources(kind.context())), kind.kind(), changed));
    }

    /**
     * Waits for the first lists. Routes may be missing for now: the Gateway API may be installed later.
     *
     * @throws IllegalStateException when Deployments, Services or autoscalers cannot be listed in time
     */
    public void await(Duration patience) {
        KindCache.await(
                List.of(deployments, services, autoscalers),
                patience,
                "cannot list Deployments, Services and HorizontalPodAutoscalers within %d s; check that the API server answers and the operator's role allows list and watch"
                        .formatted(patience.toSeconds()));
        KindCache.arrive(List.copyOf(routes.values()), PATIENCE_WITH_ROUTES);
    }

    /** How the watches stand. */
    public List<WatchState> watches() {
        return Stream.concat(Stream.of(deployments, services, autoscalers), routes.values().stream())
                .map(KindCache::state)
                .toList();
    }

    /** A Deployment, where it exists. */
    public Optional<Deployment> deployment(String namespace, String name) {
        return deployments.find(namespace, name);
    }

    /** A Service, where it exists. */
    public Optional<Service> service(String namespace, String name) {
        return services.find(namespace, name);
    }

    /** A route, where it exists. */
    public Optional<GenericKubernetesResource> route(RouteKind kind, String namespace, String name) {
        return Optional.ofNullable(routes.get(kind)).flatMap(cache -> cache.find(namespace, name));
    }

    /** All autoscalers of a namespace. */
    public List<HorizontalPodAutoscaler> autoscalers(String namespace) {
        return autoscalers.list(namespace);
    }

    @Override
    public void close() {
        deployments.close();
        services.close();
        autoscalers.close();
        routes.values().forEach(KindCache::close);
    }
}
