package dev.aotrollout.simulation;

import dev.aotrollout.judge.Counts;
import java.util.List;

/**
 * What was counted between {@code start} and the next bin, in seconds since the world began.
 *
 * @param start of it, in seconds since the world began
 */
record Bin(long start, Side jit, Side aot) {

    /**
     * One track.
     *
     * @param total of all routes
     * @param routes in the order of the service's routes
     * @param pods that answered
     * @param thrown exceptions of the build's own type
     */
    record Side(Counts total, List<Counts> routes, List<Share> pods, String exception, long thrown) {
        static final Side NONE = new Side(Counts.ZERO, List.of(), List.of(), "", 0);
    }

    /**
     * One pod.
     *
     * @param cpuSeconds of processor time, while it was warm; 0 for a cold pod
     */
    record Share(String pod, Counts counts, double cpuSeconds) {}
}
