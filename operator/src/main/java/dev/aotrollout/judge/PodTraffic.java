package dev.aotrollout.judge;

import java.util.List;
import java.util.stream.Stream;

/**
 * The requests of one pod, in consecutive stretches of {@link #BLOCK_SECONDS} since the anchor of the traffic; the same index is
 * the same stretch for all pods, {@link Counts#ZERO} where the pod answered nothing.
 *
 * @param whole those that are over
 * @param open the one that still grows; none before the first
 */
public record PodTraffic(String pod, Sequence<Counts> whole, List<Counts> open) {
    /** Long enough that a passing burst of one pod is one cell. */
    public static final int BLOCK_SECONDS = 60;

    public PodTraffic {
        open = List.copyOf(open);
    }

    /** Of all stretches, the last of which still grows. */
    public PodTraffic(String pod, List<Counts> blocks) {
        this(
                pod,
                Sequence.of(blocks.subList(0, Math.max(0, blocks.size() - 1))),
                blocks.subList(Math.max(0, blocks.size() - 1), blocks.size()));
    }

    /** All stretches. */
    public List<Counts> blocks() {
        return Stream.concat(whole.stream(), open.stream()).toList();
    }

    /** All of them. */
    public Counts total() {
        return blocks().stream().reduce(Counts.ZERO, Counts::plus);
    }

    /** Those of them that failed. */
    long errors() {
        long errors = 0;
        for (var i = 0; i < whole.size(); i++) errors += whole.get(i).errors();
        for (var block : open) errors += block.errors();
        return errors;
    }
}
