package dev.aotrollout.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Watched copies of the objects that rollouts refer to. Reading it never calls the API server. */
public final class ClusterCache implements AutoCloseable {
    private final KubernetesClient client;
    private final Set<String> namespaces;
    private final Consumer<ObjectKey> changed;
    private final List<SharedIndexInformer<Deployment>> deployments = new ArrayList<>();
    private final List<SharedIndexInformer<Service>> services = new ArrayList<>();
    private final List<SharedIndexInformer<HorizontalPodAutoscaler>> autoscalers = new ArrayList<>();
    private final Map<RouteKind, List<SharedIndexInformer<GenericKubernetesResource>>> routes =
            new EnumMap<>(RouteKind.class);

    /**
     * A cache that is empty until started.
     *
     * @param namespaces to watch; empty for all
     * @param changed told of every object that was added, changed or deleted
     */
    public ClusterCache(KubernetesClient client, Set<String> namespaces, Consumer<ObjectKey> changed) {
        this.client = client;
        this.namespaces = Set.copyOf(namespaces);
        this.changed = changed;
    }

    /**
     * Starts all watches and waits for the first lists. A kind that the API server does not know (Gateway API not installed) is
     * retried in the background and simply has no objects until then.
     *
     * @throws IllegalStateException when Deployments, Services or autoscalers cannot be listed in time
     */
    public void start(Duration patience) {
        var needed = new ArrayList<CompletableFuture<Void>>();
        needed.addAll(open(client.apps().deployments(), deployments, Deployment.class));
        needed.addAll(open(client.services(), services, Service.class));
        needed.addAll(
                open(client.autoscaling().v2().horizontalPodAutoscalers(), autoscalers, HorizontalPodAutoscaler.class));
        var optional = new ArrayList<CompletableFuture<Void>>();
        for (var kind : RouteKind.values()) optional.addAll(openRoutes(kind));
        await(needed, patience, true);
        await(optional, Duration.ofSeconds(2), false);
    }

    private <T extends HasMetadata> List<CompletableFuture<Void>> open(
            MixedOperation<T, ?, ?> operation, List<SharedIndexInformer<T>> informers, Class<T> type) {
        return open(operation::inAnyNamespace, operation::inNamespace, informers, HasMetadata.getKind(type));
    }

    private List<CompletableFuture<Void>> openRoutes(RouteKind kind) {
        var operation = client.genericKubernetesResources(kind.context());
        return open(
                operation::inAnyNamespace,
                operation::inNamespace,
                routes.computeIfAbsent(kind, _ -> new ArrayList<>()),
                kind.kind());
    }

    private <T extends HasMetadata> List<CompletableFuture<Void>> open(
            Supplier<? extends Informable<T>> everywhere,
            Function<String, ? extends Informable<T>> inNamespace,
            List<SharedIndexInformer<T>> informers,
            String kind) {
        List<Informable<T>> scopes = namespaces.isEmpty()
                ? List.of(everywhere.get())
                : namespaces.stream().<Informable<T>>map(inNamespace).toList();
        return scopes.stream()
                .map(scope -> {
                    var informer = scope.runnableInformer(0);
                    informer.exceptionHandler((_, _) -> true); // reconnects for ever
                    informer.addEventHandler(new Changes<>(kind, changed));
                    informers.add(informer);
                    return informer.start().toCompletableFuture();
                })
                .toList();
    }

    private static void await(List<CompletableFuture<Void>> all, Duration patience, boolean needed) {
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            if (needed)
                throw new IllegalStateException(
                        "cannot list Deployments, Services and HorizontalPodAutoscalers within %d s; check that the API server answers and the operator's role allows list and watch"
                                .formatted(patience.toSeconds()),
                        e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while filling the cache", e);
        }
    }

    /** Whether the watches are running; a cache that has stopped is not healthy. */
    public boolean isRunning() {
        return !deployments.isEmpty()
                && deployments.stream().allMatch(SharedIndexInformer::isRunning)
                && services.stream().allMatch(SharedIndexInformer::isRunning);
    }

    /** A Deployment, where it exists. */
    public Optional<Deployment> deployment(String namespace, String name) {
        return find(deployments, namespace, name);
    }

    /** A Service, where it exists. */
    public Optional<Service> service(String namespace, String name) {
        return find(services, namespace, name);
    }

    /** A route, where it exists. */
    public Optional<GenericKubernetesResource> route(RouteKind kind, String namespace, String name) {
        return find(routes.getOrDefault(kind, List.of()), namespace, name);
    }

    /** All autoscalers of a namespace. */
    public List<HorizontalPodAutoscaler> autoscalers(String namespace) {
        return autoscalers.stream()
                .flatMap(informer -> informer.getIndexer().list().stream())
                .filter(hpa -> namespace.equals(hpa.getMetadata().getNamespace()))
                .toList();
    }

    private static <T> Optional<T> find(List<SharedIndexInformer<T>> informers, String namespace, String name) {
        return informers.stream()
                .map(informer -> informer.getStore().getByKey(namespace + "/" + name))
                .filter(item -> item != null)
                .findFirst();
    }

    @Override
    public void close() {
        deployments.forEach(SharedIndexInformer::close);
        services.forEach(SharedIndexInformer::close);
        autoscalers.forEach(SharedIndexInformer::close);
        routes.values().forEach(all -> all.forEach(SharedIndexInformer::close));
    }
}
