package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the two builds take of the cluster, and what that costs.
 *
 * @param currency ISO 4217 code
 * @param allocatedSaving a month, by the share of nodes that pods are charged for
 * @param realisableSaving a month, of whole nodes only
 * @param binding what fills a node first with AOT: cpu, memory or pods
 * @param assumptions a sentence each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Economics(
        Density jit,
        Density aot,
        @Nullable String currency,
        @Nullable Double allocatedSaving,
        @Nullable Double realisableSaving,
        @Nullable String binding,
        List<String> assumptions) {
    /**
     * One track, as it would carry all traffic.
     *
     * @param memoryBytes request of a pod that its use justifies
     * @param cpuCores likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Density(
            int replicas,
            @Nullable Double memoryBytes,
            @Nullable Double cpuCores,
            @Nullable Integer podsPerNode,
            @Nullable Integer nodes,
            @Nullable Double monthlyCost) {}

    public Economics {
        assumptions = List.copyOf(assumptions);
    }
}
