package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose run it was, and what ran.
 *
 * @param uid of the AOTRollout
 * @param revision hash of what the user wrote for the two tracks
 * @param service whose traffic was shifted
 * @param workload the JIT track, such as {@code Deployment/checkout}
 * @param runtime of the AOT track, as in {@code spec.aot.runtime}
 * @param identity what the comparability guard said of the builds; absent where it said nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Subject(
        String namespace,
        String rollout,
        String uid,
        long generation,
        String revision,
        String service,
        String workload,
        String runtime,
        @Nullable String identity,
        Build jit,
        Build aot,
        String operatorVersion) {
    /**
     * One track's build.
     *
     * @param container that was measured
     * @param image as written in the Deployment; empty where it is gone
     * @param digests of the images that its pods ran, such as {@code sha256:4f0c…}, sorted
     * @param requests such as {@code cpu: 250m}
     * @param limits such as {@code memory: 128Mi}
     * @param settings environment variables that decide how the runtime manages memory, sorted by name
     */
    public record Build(
            String deployment,
            String container,
            String image,
            List<String> digests,
            Map<String, String> requests,
            Map<String, String> limits,
            Map<String, String> settings) {
        public Build {
            digests = List.copyOf(digests);
            requests = Map.copyOf(requests);
            limits = Map.copyOf(limits);
            settings = Map.copyOf(settings);
        }
    }
}
