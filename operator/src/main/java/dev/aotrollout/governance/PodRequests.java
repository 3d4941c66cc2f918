package dev.aotrollout.governance;

/**
 * What the containers of one pod request together, which is what the scheduler fills nodes by.
 *
 * @param cpuCores 0: not requested
 * @param memoryBytes 0: not requested
 */
public record PodRequests(double cpuCores, double memoryBytes) {
    /** Nothing is requested. */
    public static final PodRequests NONE = new PodRequests(0, 0);

    /** Whether both are requested. */
    public boolean isComplete() {
        return cpuCores > 0 && memoryBytes > 0;
    }

    /** These, and from {@code other} what is missing here. */
    PodRequests or(PodRequests other) {
        return new PodRequests(
                cpuCores > 0 ? cpuCores : other.cpuCores, memoryBytes > 0 ? memoryBytes : other.memoryBytes);
    }
}
