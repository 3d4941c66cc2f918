package dev.aotrollout.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Watched copies of all objects of one kind, in one scope or in several namespaces. */
final class KindCache<T extends HasMetadata> implements AutoCloseable {
    private final String kind;
    private final List<SharedIndexInformer<T>> informers;
    private final CompletableFuture<Void> listed;

    private KindCache(String kind, List<SharedIndexInformer<T>> informers) {
        this.kind = kind;
        this.informers = informers;
        listed = CompletableFuture.allOf(informers.stream()
                .map(informer -> informer.start().toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    /** Begins to watch; a kind that the API server does not know yet is retried in the background and has no objects until then. */
    static <T extends HasMetadata> KindCache<T> open(
            List<? extends Informable<T>> scopes, String kind, Consumer<ObjectKey> changed) {
        return open(scopes, kind, new Changes<>(kind, changed));
    }

    /** The same, with a handler that sees the objects themselves. */
    static <T extends HasMetadata> KindCache<T> open(
            List<? extends Informable<T>> scopes, String kind, ResourceEventHandler<T> handler) {
        return new KindCache<>(
                kind,
                scopes.stream()
                        .map(scope -> {
                            var informer = scope.runnableInformer(0);
                            informer.exceptionHandler((_, _) -> true); // reconnects for ever
                            informer.addEventHandler(handler);
                            return informer;
                        })
                        .toList());
    }

    /**
     * Waits for the first list of each of {@code kinds}.
     *
     * @throws IllegalStateException with {@code complaint} where one of them does not come within {@code patience}
     */
    static void await(Collection<KindCache<?>> kinds, Duration patience, String complaint) {
        if (!arrive(kinds, patience)) throw new IllegalStateException(complaint);
    }

    /** Whether the first list of each of {@code kinds} came within {@code patience}. */
    static boolean arrive(Collection<KindCache<?>> kinds, Duration patience) {
        try {
            CompletableFuture.allOf(kinds.stream().map(kind -> kind.listed).toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while filling the cache", e);
        }
    }

    WatchState state() {
        return WatchState.all(
                kind, informers.stream().map(informer -> state(kind, informer)).toList());
    }

    static WatchState state(String name, SharedIndexInformer<?> informer) {
        var running = informer.isRunning();
        return new WatchState(name, informer.hasSynced(), running, running && informer.isWatching());
    }

    Optional<T> find(String namespace, String name) {
        return byKey(namespace + "/" + name);
    }

    /** One that belongs to no namespace. */
    Optional<T> find(String name) {
        return byKey(name);
    }

    private Optional<T> byKey(String key) {
        return informers.stream()
                .map(informer -> informer.getStore().getByKey(key))
                .filter(Objects::nonNull)
                .findFirst();
    }

    List<T> list() {
        return informers.stream()
                .flatMap(informer -> informer.getStore().list().stream())
                .toList();
    }

    List<T> list(String namespace) {
        return informers.stream()
                .flatMap(informer -> informer.getIndexer().byIndex(Cache.NAMESPACE_INDEX, namespace).stream())
                .toList();
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::close);
    }
}
