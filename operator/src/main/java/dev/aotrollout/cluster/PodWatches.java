package dev.aotrollout.cluster;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Watches on the pods of live rollouts alone: a cluster has many pods, and few of them are in a rollout. */
public final class PodWatches implements AutoCloseable {
    private record Watch(LabelSelector selector, SharedIndexInformer<Pod> informer) {}

    /** One track of one rollout. */
    private record Key(ObjectKey rollout, String track) {}

    private final KubernetesClient client;
    private final Consumer<ObjectKey> wake;
    private final Map<Key, Watch> watches = new ConcurrentHashMap<>();

    /**
     * No watch yet.
     *
     * @param wake told of the rollout whenever one of its pods changes
     */
    public PodWatches(KubernetesClient client, Consumer<ObjectKey> wake) {
        this.client = client;
        this.wake = wake;
    }

    /** Pods of {@code track} that match {@code selector}; empty until the first list arrived, which wakes the rollout. */
    public List<Pod> pods(ObjectKey rollout, String track, LabelSelector selector) {
        var watch = watches.compute(new Key(rollout, track), (_, before) -> {
            if (before != null && before.selector().equals(selector)) return before;
            if (before != null) before.informer().close();
            return new Watch(selector, open(rollout, selector));
        });
        return List.copyOf(watch.informer().getStore().list());
    }

    private SharedIndexInformer<Pod> open(ObjectKey rollout, LabelSelector selector) {
        var informer = client.pods()
                .inNamespace(rollout.namespace())
                .withLabelSelector(selector)
                .runnableInformer(0);
        informer.exceptionHandler((_, _) -> true); // reconnects for ever
        informer.addEventHandler(new Changes<>("Pod", _ -> wake.accept(rollout)));
        informer.start();
        return informer;
    }

    /** How the watches stand. */
    public List<WatchState> watches() {
        return watches.entrySet().stream()
                .map(entry -> KindCache.state(
                        "Pods of " + entry.getKey().rollout() + ", "
                                + entry.getKey().track(),
                        entry.getValue().informer()))
                .toList();
    }

    /** The rollout rests or is gone: its pods are not watched any more. */
    public void close(ObjectKey rollout) {
        watches.keySet().stream()
                .filter(key -> key.rollout().equals(rollout))
                .toList()
                .forEach(key -> {
                    var watch = watches.remove(key);
                    if (watch != null) watch.informer().close();
                });
    }

    @Override
    public void close() {
        watches.values().forEach(watch -> watch.informer().close());
        watches.clear();
    }
}
