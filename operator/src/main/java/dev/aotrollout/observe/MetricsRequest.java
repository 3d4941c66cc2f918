package dev.aotrollout.observe;

import java.util.List;

/**
 * What shall be measured.
 *
 * @param slowThresholdSeconds a request is slow above the smallest histogram bound that is at least this
 */
public record MetricsRequest(
        Tracks tracks,
        Profile profile,
        BuildProof proof,
        Timing timing,
        double slowThresholdSeconds,
        BudgetQuestion budget,
        List<CustomQuery> custom) {
    public MetricsRequest {
        custom = List.copyOf(custom);
    }

    /** The same question, whatever pods there are. */
    MetricsRequest withoutPods() {
        return new MetricsRequest(tracks.withoutPods(), profile, proof, timing, slowThresholdSeconds, budget, custom);
    }
}
