package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRollout;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One rollout as it changes, by a watch that is renewed when the connection breaks. */
final class RolloutWatch implements AutoCloseable {
    /** What happened. */
    sealed interface News {
        record Changed(Standing standing) implements News {}

        record Gone() implements News {}
    }

    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final SharedIndexInformer<AotRollout> informer;

    RolloutWatch(Cluster cluster, String name) {
        informer = cluster.ask(
                "watching AOTRollout %s/%s".formatted(cluster.namespace(), name),
                () -> cluster.client()
                        .resources(AotRollout.class)
                        .inNamespace(cluster.namespace())
                        .withName(name)
                        .inform(new Handler(news)));
    }

    private record Handler(BlockingQueue<News> news) implements ResourceEventHandler<AotRollout> {
        @Override
        public void onAdd(AotRollout rollout) {
            news.add(new News.Changed(new Standing(rollout)));
        }

        @Override
        public void onUpdate(AotRollout before, AotRollout rollout) {
            onAdd(rollout);
        }

        @Override
        public void onDelete(AotRollout rollout, boolean unknown) {
            news.add(new News.Gone());
        }
    }

    /** Empty where nothing happens for {@code patience}. */
    Optional<News> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(news.poll(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS));
    }

    boolean isConnected() {
        return informer.isWatching();
    }

    @Override
    public void close() {
        informer.stop();
    }
}
