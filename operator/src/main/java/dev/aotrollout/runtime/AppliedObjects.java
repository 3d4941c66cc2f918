package dev.aotrollout.runtime;

import dev.aotrollout.cluster.ClusterWriter;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Re-asserts the objects that we own without a write where nothing changed: an object is applied when we want something else than
 * last time, or when somebody changed it since. After a restart each is applied once.
 */
final class AppliedObjects {
    /** What was applied, and the version that the API server gave the result. */
    private record Applied(String desired, String version) {}

    private final ClusterWriter writer;
    private final Map<String, Applied> applied = new ConcurrentHashMap<>();

    AppliedObjects(ClusterWriter writer) {
        this.writer = writer;
    }

    void apply(HasMetadata desired, Optional<? extends HasMetadata> live) {
        var text = Serialization.asJson(desired);
        var known = applied.get(key(desired));
        var settled = known != null
                && known.desired().equals(text)
                && live.map(AppliedObjects::version)
                        .filter(known.version()::equals)
                        .isPresent();
        if (settled) return;
        applied.put(key(desired), new Applied(text, version(writer.apply(desired))));
    }

    /** The generation tells edits of the spec from status noise; a Service has none. */
    private static String version(HasMetadata object) {
        var generation = object.getMetadata().getGeneration();
        return generation == null
                ? object.getMetadata().getResourceVersion()
                : object.getMetadata().getUid() + "/" + generation;
    }

    private static String key(HasMetadata object) {
        return Objects.requireNonNull(object.getKind()) + "|"
                + object.getMetadata().getNamespace() + "|"
                + object.getMetadata().getName();
    }
}
