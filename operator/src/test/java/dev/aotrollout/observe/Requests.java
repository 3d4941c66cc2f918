package dev.aotrollout.observe;

import dev.aotrollout.decision.RolloutState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Requests for metrics of one service. */
final class Requests {
    static final Instant ANCHOR = Instant.parse("2026-11-01T12:00:00Z");
    static final Instant LONG_AGO = ANCHOR.minus(Duration.ofDays(3));

    private Requests() {}

    static MetricsRequest since(Instant anchor, List<ObservedPod> jit, List<ObservedPod> aot) {
        return of(tracks(jit, aot), anchor);
    }

    static Tracks tracks(List<ObservedPod> jit, List<ObservedPod> aot) {
        return new Tracks(
                "shop",
                "app",
                new TrackPods("checkout", "checkout", jit),
                new TrackPods("checkout-aot", "checkout-aot", aot));
    }

    static MetricsRequest of(Tracks tracks, Instant anchor) {
        return new MetricsRequest(
                tracks,
                Profiles.named("OtelHttp"),
                BuildProof.NONE,
                new Timing(anchor, Duration.ofSeconds(10), Duration.ofSeconds(5)),
                0.25,
                new BudgetQuestion(99.9, 30, BudgetQuestion.Source.QUERY, Map.of()),
                List.of());
    }

    static MetricsRequest unanchored(List<ObservedPod> jit, List<ObservedPod> aot) {
        return since(RolloutState.NOT_YET, jit, aot);
    }
}
