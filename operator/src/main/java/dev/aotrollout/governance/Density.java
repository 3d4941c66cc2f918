package dev.aotrollout.governance;

import java.util.OptionalInt;

/**
 * How many pods of one kind fill a node, and what runs out first.
 *
 * @param podSlots pods that the kubelet admits beside those of the system, at least 0
 */
public record Density(NodeShape node, PodRequests requests, int podSlots) {
    /** 0.3 cores hold three pods of 0.1 cores, whatever binary fractions make of it. */
    private static final double ROUNDING = 1 + 1e-9;

    /** What runs out first. */
    public enum Binding {
        PODS("the pod limit"),
        CPU("CPU"),
        MEMORY("memory");

        private final String label;

        Binding(String label) {
            this.label = label;
        }

        /** As written in sentences. */
        public String label() {
            return label;
        }
    }

    /** Of pods that request {@code requests} on {@code node}, beside {@code daemonPods} that are there anyway. */
    public static Density of(NodeShape node, PodRequests requests, int daemonPods) {
        return new Density(node, requests, Math.max(0, node.maxPods() - daemonPods));
    }

    /** Pods that fit on one node; 0: not even one. */
    public int podsPerNode() {
        return Math.min(podSlots, Math.min(podsByCpu(), podsByMemory()));
    }

    /** What runs out first. Of two that run out together memory is not named: less of it alone would make no room. */
    public Binding binding() {
        var pods = podsPerNode();
        if (podSlots == pods) return Binding.PODS;
        return podsByCpu() == pods ? Binding.CPU : Binding.MEMORY;
    }

    /** Pods that the node's CPU allows; without a request as many as one likes. */
    public int podsByCpu() {
        return pods(node.cpuCores(), requests.cpuCores());
    }

    /** Pods that the node's memory allows; without a request as many as one likes. */
    public int podsByMemory() {
        return pods(node.memoryBytes(), requests.memoryBytes());
    }

    private static int pods(double allocatable, double requested) {
        return requested > 0 ? (int) Math.floor(allocatable / requested * ROUNDING) : Integer.MAX_VALUE;
    }

    /** Nodes that so many replicas fill, the last one perhaps in part; empty when not even one pod fits. */
    public OptionalInt nodes(int replicas) {
        var pods = podsPerNode();
        return pods == 0 ? OptionalInt.empty() : OptionalInt.of(Math.ceilDiv(replicas, pods));
    }

    /** The part of a node that one pod takes: of what it takes most of, so that nobody else could use the rest. */
    public double nodeShare() {
        var cpu = requests.cpuCores() / node.cpuCores();
        var memory = requests.memoryBytes() / node.memoryBytes();
        return Math.max(1.0 / Math.max(1, podSlots), Math.max(cpu, memory));
    }
}
