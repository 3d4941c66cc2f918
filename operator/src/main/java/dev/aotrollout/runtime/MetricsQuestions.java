package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRolloutSpec;
import dev.aotrollout.api.CustomProfileSpec;
import dev.aotrollout.api.ErrorBudgetSpec;
import dev.aotrollout.api.MetricsSpec;
import dev.aotrollout.api.RuntimeSpec;
import dev.aotrollout.observe.BudgetQuestion;
import dev.aotrollout.observe.BuildProof;
import dev.aotrollout.observe.CustomQuery;
import dev.aotrollout.observe.MetricsRequest;
import dev.aotrollout.observe.Profile;
import dev.aotrollout.observe.Profiles;
import dev.aotrollout.observe.Timing;
import dev.aotrollout.observe.Tracks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From what a user writes under {@code spec.metrics}, {@code spec.errorBudget} and {@code spec.guards} to what is asked of Prometheus. */
final class MetricsQuestions {
    private static final double MILLIS_PER_SECOND = 1000;

    private MetricsQuestions() {}

    /** The question about {@code tracks}, counted from {@code anchor} on. */
    static MetricsRequest of(AotRolloutSpec spec, Tracks tracks, Instant anchor) {
        var metrics = spec.metrics();
        return new MetricsRequest(
                tracks,
                profile(metrics),
                proof(spec.aot().runtime()),
                new Timing(
                        anchor,
                        Duration.ofSeconds(metrics.warmUpSeconds()),
                        Duration.ofSeconds(metrics.intervalSeconds())),
                spec.guards().latency().thresholdMillis() / MILLIS_PER_SECOND,
                budget(spec.errorBudget()),
                spec.guards().custom().stream()
                        .map(guard -> new CustomQuery(guard.name(), guard.query(), guard.maxRatio() != null))
                        .toList(),
                spec.baseline() == null
                        ? Duration.ZERO
                        : Duration.ofSeconds(spec.baseline().minSeconds()));
    }

    private static Profile profile(MetricsSpec metrics) {
        return switch (metrics.profile()) {
            case OTEL_HTTP -> Profiles.named("OtelHttp");
            case PROMETHEUS_NET -> Profiles.named("PrometheusNet");
            case MICROMETER -> Profiles.named("Micrometer");
            case ISTIO -> Profiles.named("Istio");
            case ENVOY -> Profiles.named("Envoy");
            case NGINX_INGRESS -> Profiles.named("NginxIngress");
            case TRAEFIK -> Profiles.named("Traefik");
            case CUSTOM -> custom(metrics.customProfile());
        };
    }

    private static Profile custom(@Nullable CustomProfileSpec names) {
        if (names == null)
            throw new IllegalArgumentException("metrics.profile is Custom and customProfile is missing: set it");
        var track = names.track();
        var exceptions = names.exceptions();
        var label = names.exceptionLabel();
        return new Profile(
                names.requests(),
                orEmpty(names.latency()),
                switch (names.latencyUnit()) {
                    case SECONDS -> Profile.Unit.SECONDS;
                    case MILLISECONDS -> Profile.Unit.MILLISECONDS;
                },
                names.statusLabel(),
                names.failed(),
                orEmpty(names.routeLabel()),
                names.selector(),
                track == null
                        ? Profile.TrackLabel.BY_POD
                        : new Profile.TrackLabel(track.label(), track.jit(), track.aot(), track.podAnswers()),
                exceptions == null || label == null
                        ? List.of()
                        : List.of(new Profile.ExceptionCounter(exceptions, label)));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static BuildProof proof(RuntimeSpec runtime) {
        return switch (runtime) {
            case DOTNET_NATIVE_AOT -> BuildProof.DOTNET_COMPILED_METHODS;
            case GRAALVM_NATIVE -> BuildProof.JVM_NAME;
            case JDK_AOT_CACHE, OTHER -> BuildProof.NONE;
        };
    }

    private static BudgetQuestion budget(ErrorBudgetSpec budget) {
        return new BudgetQuestion(
                budget.objective(),
                budget.windowDays(),
                switch (budget.source()) {
                    case QUERY -> BudgetQuestion.Source.QUERY;
                    case SLOTH -> BudgetQuestion.Source.SLOTH;
                    case PYRRA -> BudgetQuestion.Source.PYRRA;
                },
                budget.selector());
    }
}
