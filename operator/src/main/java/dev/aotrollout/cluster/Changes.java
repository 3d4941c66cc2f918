package dev.aotrollout.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.Objects;
import java.util.function.Consumer;

/** Passes on which object changed; what happened to it does not matter to a level-triggered reader. */
record Changes<T extends HasMetadata>(String kind, Consumer<ObjectKey> changed) implements ResourceEventHandler<T> {
    @Override
    public void onAdd(T object) {
        tell(object);
    }

    /** A resync brings the same version again: nothing changed. */
    @Override
    public void onUpdate(T before, T after) {
        if (!Objects.equals(
                before.getMetadata().getResourceVersion(), after.getMetadata().getResourceVersion())) tell(after);
    }

    @Override
    public void onDelete(T object, boolean finalStateUnknown) {
        tell(object);
    }

    private void tell(T object) {
        var namespace = object.getMetadata().getNamespace();
        changed.accept(new ObjectKey(
                kind, namespace == null ? "" : namespace, object.getMetadata().getName()));
    }
}
