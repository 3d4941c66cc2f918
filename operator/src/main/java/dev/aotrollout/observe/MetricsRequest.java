package dev.aotrollout.observe;

import java.time.Duration;
import java.util.List;

/**
 * What shall be measured.
 *
 * @param baseline how far back JIT's figures shall reach; zero where nobody asks
 * @param slowThresholdSeconds a request is slow above the smallest histogram bound that is at least this
 */
public record MetricsRequest(
        Tracks tracks,
        Profile profile,
        BuildProof proof,
        Timing timing,
        double slowThresholdSeconds,
        BudgetQuestion budget,
        List<CustomQuery> custom,
        Duration baseline) {
    /** Without a baseline. */
    MetricsRequest(
            Tracks tracks,
            Profile profile,
            BuildProof proof,
            Timing timing,
            double slowThresholdSeconds,
            BudgetQuestion budget,
            List<CustomQuery> custom) {
        this(tracks, profile, proof, timing, slowThresholdSeconds, budget, custom, Duration.ZERO);
    }

    public MetricsRequest {
        custom = List.copyOf(custom);
    }

    /** The same question, whatever pods there are. */
    MetricsRequest withoutPods() {
        return new MetricsRequest(
                tracks.withoutPods(), profile, proof, timing, slowThresholdSeconds, budget, custom, baseline);
    }
}
