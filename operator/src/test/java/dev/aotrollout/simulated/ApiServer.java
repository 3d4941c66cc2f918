package dev.aotrollout.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the one AOTRollout as JSON, with optimistic locking, and the copy of it that the operator's cache holds. */
final class ApiServer {
    /** Why a request failed. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    private static final KubernetesSerialization JSON = new KubernetesSerialization();

    private ObjectNode stored;
    private long version = 1;
    private AotRollout latest;
    private AotRollout cached;
    private boolean down;
    private boolean cacheLags;
    private int writes;

    ApiServer(String manifest) {
        stored = JSON.unmarshal(manifest, ObjectNode.class);
        stored.withObjectProperty("metadata").put("generation", 1);
        stored.remove(List.of("apiVersion", "kind")); // the type says them itself
        store();
        cached = latest;
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
        stored.set("status", JSON.convertValue(status, JsonNode.class));
        writes++;
        store();
        cached = latest;
    }

    void requireUp() {
        if (down) throw new Refused("the API server does not answer");
    }

    /** Somebody else changes the manifest. */
    void edit(Consumer<ObjectNode> change) {
        var before = stored.get("spec").deepCopy();
        change.accept(stored);
        var metadata = stored.withObjectProperty("metadata");
        if (!before.equals(stored.get("spec")))
            metadata.put("generation", metadata.get("generation").asLong() + 1);
        store();
        if (!cacheLags) cached = latest;
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

    private void store() {
        version++;
        stored.withObjectProperty("metadata").put("resourceVersion", "" + version);
        latest = JSON.unmarshal(stored.toString(), AotRollout.class);
    }
}
