package dev.aotrollout.decision;

/** How many AOT pods a weight needs. */
public sealed interface AotReplicas {

    /** As many as the JIT track would need for that share of the traffic, and at least {@code min}. */
    record Proportional(int min) implements AotReplicas {}

    /** Always the same number. */
    record Fixed(int count) implements AotReplicas {}

    /**
     * Pods for {@code weight} percent of the traffic.
     *
     * @param capacity JIT replicas that carry all of it
     */
    default int forWeight(int weight, int capacity) {
        return switch (this) {
            case Fixed(var count) -> count;
            case Proportional(var min) -> Math.max(min, Math.ceilDiv(weight * capacity, 100));
        };
    }
}
