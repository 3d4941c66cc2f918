package dev.aotrollout.observe;

import dev.aotrollout.decision.RolloutState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Requests for metrics of one service. */
final class Requests {
    static final Instant ANCHOR = Instant.parse("2026-11-01T12:00:00Z");
    static final Instant LONG_AGO = ANCHOR.minus(Duration.ofDays(3));

    private Requests() {}

    static MetricsRequest since(Instant anchor, List<ObservedPod> jit, List<ObservedPod> aot) {
        return new MetricsRequest(
                "shop",
                "app",
                new TrackPods("checkout", jit),
                new TrackPods("checkout-aot", aot),
                anchor,
                0.25,
                99.9,
                30,
                Duration.ofSeconds(5));
    }

    static MetricsRequest unanchored(List<ObservedPod> jit, List<ObservedPod> aot) {
        return since(RolloutState.NOT_YET, jit, aot);
    }
}
