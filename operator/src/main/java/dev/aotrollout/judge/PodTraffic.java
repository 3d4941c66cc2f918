package dev.aotrollout.judge;

import java.util.List;

/**
 * The requests of one pod.
 *
 * @param blocks its counts in consecutive stretches of {@link #BLOCK_SECONDS} since the anchor of the traffic; the same index is the
 *     same stretch for all pods, {@link Counts#ZERO} where the pod answered nothing
 */
public record PodTraffic(String pod, List<Counts> blocks) {
    /** Long enough that a passing burst of one pod is one cell. */
    public static final int BLOCK_SECONDS = 60;

    public PodTraffic {
        blocks = List.copyOf(blocks);
    }

    /** All of them. */
    public Counts total() {
        return blocks.stream().reduce(Counts.ZERO, Counts::plus);
    }

    /** Those of them that failed. */
    long errors() {
        long errors = 0;
        for (var block : blocks) errors += block.errors();
        return errors;
    }
}
