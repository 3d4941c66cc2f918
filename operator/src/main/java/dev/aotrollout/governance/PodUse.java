package dev.aotrollout.governance;

/**
 * The most that a pod was seen to use.
 *
 * @param cpuCores 0: not measured
 * @param memoryBytes working set; 0: not measured
 */
public record PodUse(double cpuCores, double memoryBytes) {
    /** Nothing was measured. */
    public static final PodUse NONE = new PodUse(0, 0);

    /** What a request keeps above the peak, in percent: the {@code recommendation-margin-fraction} of the Vertical Pod Autoscaler. */
    public static final int MARGIN_PERCENT = 15;

    /** The requests that fit this use: the peak and the margin. */
    public PodRequests suggested() {
        var factor = 1 + MARGIN_PERCENT / 100.0;
        return new PodRequests(cpuCores * factor, memoryBytes * factor);
    }
}
