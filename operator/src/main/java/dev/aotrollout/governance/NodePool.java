package dev.aotrollout.governance;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The nodes that a service runs on.
 *
 * @param daemonPods pods that run on each node whatever the service does, at least 0
 * @param caveat what was not looked at when the nodes were chosen, as half a sentence; empty when there is nothing to say
 */
public record NodePool(List<NodeShape> nodes, int daemonPods, String caveat) {
    private static final Comparator<NodeShape> SMALLEST_FIRST = Comparator.comparingDouble(NodeShape::memoryBytes)
            .thenComparingDouble(NodeShape::cpuCores)
            .thenComparingInt(NodeShape::maxPods)
            .thenComparing(NodeShape::name);

    /** No node is known. */
    public static final NodePool NONE = new NodePool(List.of(), 0, "");

    public NodePool {
        nodes = nodes.stream().sorted(SMALLEST_FIRST).toList();
    }

    /** The median by memory, of two the smaller one: a real node, so that its numbers can be checked with kubectl. */
    public Optional<NodeShape> typical() {
        return nodes.isEmpty() ? Optional.empty() : Optional.of(nodes.get((nodes.size() - 1) / 2));
    }

    /** The typical node in words: {@code node worker-2 (median of 5)}. */
    String words() {
        return typical()
                .map(node -> "node " + node.name() + (nodes.size() > 1 ? " (median of " + nodes.size() + ")" : ""))
                .orElse("no node")
                .concat(caveat.isEmpty() ? "" : ", " + caveat);
    }
}
