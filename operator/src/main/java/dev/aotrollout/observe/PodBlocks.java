package dev.aotrollout.observe;

import dev.aotrollout.judge.PodTraffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests by pod, in blocks of a minute since the anchor. */
final class PodBlocks {
    private static final long BLOCK_MILLIS = PodTraffic.BLOCK_SECONDS * 1_000L;

    private final Instant anchor;
    private final Map<String, List<Tally>> jit;
    private final Map<String, List<Tally>> aot;

    PodBlocks(Instant anchor) {
        this(anchor, new TreeMap<>(), new TreeMap<>());
    }

    private PodBlocks(Instant anchor, Map<String, List<Tally>> jit, Map<String, List<Tally>> aot) {
        this.anchor = anchor;
        this.jit = jit;
        this.aot = aot;
    }

    PodBlocks copy() {
        return new PodBlocks(anchor, copy(jit), copy(aot));
    }

    private static Map<String, List<Tally>> copy(Map<String, List<Tally>> track) {
        var copy = new TreeMap<String, List<Tally>>();
        track.forEach((pod, blocks) -> copy.put(pod, new ArrayList<>(blocks)));
        return copy;
    }

    /** Adds to the block of {@code atMillis}, which is after the anchor. */
    void add(String pod, boolean ofAot, long atMillis, Tally tally) {
        var blocks = (ofAot ? aot : jit).computeIfAbsent(pod, _ -> new ArrayList<>());
        var index = (int) ((atMillis - anchor.toEpochMilli() - 1) / BLOCK_MILLIS);
        while (blocks.size() <= index) blocks.add(Tally.ZERO);
        blocks.set(index, blocks.get(index).plus(tally));
    }

    List<PodTraffic> jit(boolean resolved) {
        return traffic(jit, resolved);
    }

    List<PodTraffic> aot(boolean resolved) {
        return traffic(aot, resolved);
    }

    /** All pods have the same number of blocks. */
    private List<PodTraffic> traffic(Map<String, List<Tally>> track, boolean resolved) {
        var length = Math.max(longest(jit), longest(aot));
        var traffic = new ArrayList<PodTraffic>();
        track.forEach((pod, blocks) -> {
            var padded = new ArrayList<>(blocks);
            padded.addAll(Collections.nCopies(length - blocks.size(), Tally.ZERO));
            traffic.add(new PodTraffic(
                    pod, padded.stream().map(tally -> tally.counts(resolved)).toList()));
        });
        return traffic;
    }

    private static int longest(Map<String, List<Tally>> track) {
        return track.values().stream().mapToInt(List::size).max().orElse(0);
    }
}
