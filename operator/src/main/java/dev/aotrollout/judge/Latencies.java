package dev.aotrollout.judge;

import java.util.List;

/**
 * The latency histograms of both tracks over one window.
 *
 * @param boundsSeconds upper bounds of the buckets, ascending, without infinity
 * @param jit requests in each bucket, not cumulated; one more than bounds: the last is beyond all of them
 * @param aot likewise
 */
public record Latencies(List<Double> boundsSeconds, List<Long> jit, List<Long> aot) {
    public Latencies {
        boundsSeconds = List.copyOf(boundsSeconds);
        jit = List.copyOf(jit);
        aot = List.copyOf(aot);
    }
}
