package dev.aotrollout.governance;

/**
 * What one node has for pods, after what the system keeps for itself ({@code status.allocatable}).
 *
 * @param cpuCores in cores, above 0
 * @param memoryBytes above 0
 * @param maxPods how many pods the kubelet admits, above 0
 */
public record NodeShape(String name, double cpuCores, double memoryBytes, int maxPods) {}
