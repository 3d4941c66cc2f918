package dev.aotrollout.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutSpec;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.json.KubernetesJson;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the one AOTRollout, with optimistic locking, and the copy of it that the operator's cache holds. */
final class ApiServer {
    /** Why a request failed. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    private static final KubernetesSerialization JSON = KubernetesJson.shared();

    private final boolean throughJson;
    private long version = 1;
    private AotRollout latest;
    private AotRollout cached;
    private boolean down;
    private boolean cacheLags;
    private int writes;

    /** {@code throughJson} where everything that is stored goes through its JSON form, as it does in a real server. */
    ApiServer(AotRollout rollout, boolean throughJson) {
        this.throughJson = throughJson;
        var metadata = new ObjectMetaBuilder(rollout.getMetadata())
                .withGeneration(1L)
                .withResourceVersion("" + version)
                .build();
        latest = assembled(metadata, rollout.getSpec());
        cached = latest;
    }

    static AotRollout parse(String manifest) {
        return JSON.unmarshal(manifest, AotRollout.class);
    }

    boolean isDown() {
        return down;
    }

    void down(boolean is) {
        down = is;
    }

    /** While it lags, the operator sees what it saw before. */
    void cacheLags(boolean does) {
        cacheLags = does;
        if (!does) cached = latest;
    }

    int writes() {
        return writes;
    }

    /** From the operator's cache. */
    AotRollout read() {
        return cached;
    }

    /** What is stored now. */
    AotRollout latest() {
        return latest;
    }

    /** With the version that {@code read} was; the writer sees its own write at once. */
    void writeStatus(AotRollout read, AotRolloutStatus status) {
        requireUp();
        if (!read.getMetadata().getResourceVersion().equals("" + version))
            throw new Refused("409 Conflict: the AOTRollout was changed by somebody else");
        writes++;
        var next = assembled(nextVersion(), latest.getSpec());
        next.setStatus(status);
        latest = throughJson ? JSON.clone(next) : next;
        cached = latest;
    }

    void requireUp() {
        if (down) throw new Refused("the API server does not answer");
    }

    /** Replaces fields of the spec by those of {@code yaml}. */
    void editSpec(String yaml) {
        edit(tree -> tree.withObjectProperty("spec").setAll(JSON.unmarshal(yaml, ObjectNode.class)));
    }

    void annotate(String name, String value) {
        edit(tree -> {
            var annotations = tree.withObjectProperty("metadata").withObjectProperty("annotations");
            if (value.isEmpty()) annotations.remove(name);
            else annotations.put(name, value);
        });
    }

    /** Somebody else changes the manifest. */
    private void edit(Consumer<ObjectNode> change) {
        var tree = JSON.convertValue(latest, ObjectNode.class);
        var before = tree.get("spec").deepCopy();
        change.accept(tree);
        var metadata = tree.withObjectProperty("metadata");
        if (!before.equals(tree.get("spec")))
            metadata.put("generation", metadata.get("generation").asLong() + 1);
        metadata.put("resourceVersion", "" + ++version);
        tree.remove(List.of("apiVersion", "kind")); // the type says them itself
        latest = JSON.convertValue(tree, AotRollout.class);
        if (!cacheLags) cached = latest;
    }

    private ObjectMeta nextVersion() {
        version++;
        return new ObjectMetaBuilder(latest.getMetadata())
                .withResourceVersion("" + version)
                .build();
    }

    private static AotRollout assembled(ObjectMeta metadata, AotRolloutSpec spec) {
        var rollout = new AotRollout();
        rollout.setMetadata(metadata);
        rollout.setSpec(spec);
        return rollout;
    }
}
