package dev.aotrollout.examples.demo.cluster;

import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.function.Consumer;

/** Tells an object that is there, whether new or changed, from one that is gone. */
record Seen<T>(Consumer<T> present, Consumer<T> gone) implements ResourceEventHandler<T> {
    @Override
    public void onAdd(T object) {
        present.accept(object);
    }

    @Override
    public void onUpdate(T before, T now) {
        present.accept(now);
    }

    @Override
    public void onDelete(T object, boolean lastStateUnknown) {
        gone.accept(object);
    }
}
