package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRollout;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Rollouts on their way out. One that somebody creates meanwhile goes too. */
final class Draining implements AutoCloseable {
    private static final int NOT_FOUND = 404;

    private final Cluster cluster;
    private final Consumer<String> progress;
    private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();
    private final Map<String, AotRollout> left = new TreeMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<SharedIndexInformer<AotRollout>> informers = new ArrayList<>();

    private Draining(Cluster cluster, Consumer<String> progress) {
        this.cluster = cluster;
        this.progress = progress;
    }

    /** Deletes what is there; without our kinds in the cluster there is nothing to do. */
    static Draining begin(Cluster cluster, Set<String> namespaces, Consumer<String> progress) {
        var draining = new Draining(cluster, progress);
        var all = cluster.client().resources(AotRollout.class);
        var scopes = namespaces.isEmpty()
                ? List.<Informable<AotRollout>>of(all.inAnyNamespace())
                : namespaces.stream()
                        .sorted()
                        .<Informable<AotRollout>>map(all::inNamespace)
                        .toList();
        if (!draining.knowsRollouts(namespaces)) {
            progress.accept("the cluster knows no AOTRollouts");
            return draining;
        }
        for (var scope : scopes) draining.watch(scope);
        return draining;
    }

    /** The handler hears of what is there a moment later; what is there must be known before anybody asks whether all are gone. */
    private void watch(Informable<AotRollout> scope) {
        var informer = cluster.ask("watching AOTRollouts", () -> scope.inform(new Handler()));
        informers.add(informer);
        informer.getStore().list().forEach(this::seen);
    }

    private boolean knowsRollouts(Set<String> namespaces) {
        return cluster.knows("aotrollouts", namespaces.stream().findFirst().orElse(""));
    }

    private final class Handler implements ResourceEventHandler<AotRollout> {
        @Override
        public void onAdd(AotRollout rollout) {
            news.add(() -> seen(rollout));
        }

        @Override
        public void onUpdate(AotRollout before, AotRollout rollout) {
            news.add(() -> seen(rollout));
        }

        @Override
        public void onDelete(AotRollout rollout, boolean unknown) {
            news.add(() -> gone(rollout));
        }
    }

    private void seen(AotRollout rollout) {
        var label = new Standing(rollout).label();
        left.put(label, rollout);
        if (!known.add(rollout.getMetadata().getUid())) return;
        if (rollout.isMarkedForDeletion()) progress.accept(label + " is being deleted already");
        else delete(rollout, label);
    }

    private void delete(AotRollout rollout, String label) {
        cluster.ask("deleting AOTRollout " + label, () -> {
            try {
                return cluster.client()
                        .resource(rollout)
                        .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                        .delete();
            } catch (KubernetesClientException e) {
                if (e.getCode() != NOT_FOUND) throw e;
                return List.of();
            }
        });
        progress.accept("%s: deleted, at weight %s".formatted(label, new Standing(rollout).weight()));
    }

    private void gone(AotRollout rollout) {
        var label = new Standing(rollout).label();
        left.remove(label);
        progress.accept("%s is gone, %s left".formatted(label, left.size()));
    }

    /** Whether something happened within {@code patience}. */
    boolean next(Duration patience) throws InterruptedException {
        var one = news.poll(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
        if (one == null) return false;
        one.run();
        return true;
    }

    boolean isDone() {
        return left.isEmpty() && news.isEmpty();
    }

    List<AotRollout> left() {
        return List.copyOf(left.values());
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::stop);
    }
}
