package dev.aotrollout.intake;

import dev.aotrollout.api.AotApproval;
import dev.aotrollout.api.AotCandidateRubric;
import dev.aotrollout.api.AotException;
import dev.aotrollout.api.AotLibraryPolicy;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caches hold for one rollout.
 *
 * @param rubric that it names
 * @param libraryPolicy that it names
 * @param exceptions of its namespace
 * @param approvals of its namespace
 * @param documents labelled ConfigMaps of its namespace by name
 */
public record Filed(
        @Nullable AotCandidateRubric rubric,
        @Nullable AotLibraryPolicy libraryPolicy,
        List<AotException> exceptions,
        List<AotApproval> approvals,
        Map<String, ConfigMap> documents,
        List<Node> nodes) {
    /** Nothing. */
    public static final Filed NOTHING = new Filed(null, null, List.of(), List.of(), Map.of(), List.of());

    public Filed {
        exceptions = List.copyOf(exceptions);
        approvals = List.copyOf(approvals);
        documents = Map.copyOf(documents);
        nodes = List.copyOf(nodes);
    }
}
