package dev.aotrollout.judge;

/**
 * Working set of one pod's container over the window.
 *
 * @param meanBytes mean over the window, above 0
 * @param peakBytes largest value in the window
 * @param limitBytes the container's memory limit; 0 when it has none
 */
public record PodMemory(String pod, double meanBytes, double peakBytes, double limitBytes) {}
