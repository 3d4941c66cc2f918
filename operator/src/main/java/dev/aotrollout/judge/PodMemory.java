package dev.aotrollout.judge;

import java.util.List;

/**
 * Memory of one pod's container over the window.
 *
 * @param meanBytes mean working set over the window, above 0
 * @param peakBytes largest working set in the window
 * @param limitBytes the container's memory limit; 0 when it has none
 * @param residentBytes mean resident set (anonymous memory) over the window; 0 when it is not measured
 * @param minutes medians of the working set over whole minutes, oldest first; empty when they are not measured
 */
public record PodMemory(
        String pod, double meanBytes, double peakBytes, double limitBytes, double residentBytes, List<Point> minutes) {
    public PodMemory {
        minutes = List.copyOf(minutes);
    }

    /** Without resident set and course. */
    public PodMemory(String pod, double meanBytes, double peakBytes, double limitBytes) {
        this(pod, meanBytes, peakBytes, limitBytes, 0, List.of());
    }

    /**
     * One minute.
     *
     * @param minute since the pod was created; gaps are possible
     */
    public record Point(double minute, double bytes) {}
}
