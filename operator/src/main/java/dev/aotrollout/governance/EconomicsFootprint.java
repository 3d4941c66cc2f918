package dev.aotrollout.governance;

/**
 * What the service takes of the cluster in one stage.
 *
 * @param replicas pods that carry all traffic
 * @param podsPerNode at least 1
 * @param nodes whole nodes that the replicas fill
 * @param allocatedNodes the same without rounding: replicas times the part of a node that one takes
 */
public record EconomicsFootprint(
        EconomicsStage stage,
        int replicas,
        double cpuCoresPerPod,
        double memoryBytesPerPod,
        int podsPerNode,
        Density.Binding binding,
        int nodes,
        double allocatedNodes) {}
