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
                new Timing(anchor, Duration.ZERO, Duration.ofSeconds(5)),
                0.25,
                new BudgetQuestion(99.9, 30, BudgetQuestion.Source.QUERY, Map.of()),
                List.of());
    }

    static MetricsRequest withWarmUp(MetricsRequest request, Duration warmUp) {
        var timing = request.timing();
        return new MetricsRequest(
                request.tracks(),
                request.profile(),
                request.proof(),
                new Timing(timing.anchor(), warmUp, timing.interval()),
                request.slowThresholdSeconds(),
                request.budget(),
                request.custom());
    }

    static MetricsRequest withProfile(MetricsRequest request, Profile profile) {
        return new MetricsRequest(
                request.tracks(),
                profile,
                request.proof(),
                request.timing(),
                request.slowThresholdSeconds(),
                request.budget(),
                request.custom());
    }

    static MetricsRequest withProof(MetricsRequest request, BuildProof proof) {
        return new MetricsRequest(
                request.tracks(),
                request.profile(),
                proof,
                request.timing(),
                request.slowThresholdSeconds(),
                request.budget(),
                request.custom());
    }

    static MetricsRequest withBudget(MetricsRequest request, BudgetQuestion budget) {
        return new MetricsRequest(
                request.tracks(),
                request.profile(),
                request.proof(),
                request.timing(),
                request.slowThresholdSeconds(),
                budget,
                request.custom());
    }

    static MetricsRequest unanchored(List<ObservedPod> jit, List<ObservedPod> aot) {
        return since(RolloutState.NOT_YET, jit, aot);
    }
}
