package dev.aotrollout.examples.demo.load;

import java.time.Duration;
import java.util.List;

/** How long requests took; all zero where there were none. */
public record Quantiles(int count, Duration p50, Duration p95, Duration p99, Duration longest) {

    static Quantiles of(List<Duration> latencies) {
        var sorted = latencies.stream().sorted().toList();
        return new Quantiles(sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    /** The smallest value that is not below {@code share} of all. */
    private static Duration at(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        var rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
