package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.MetricsSpec;
import dev.aotrollout.observe.BudgetQuestion;
import dev.aotrollout.observe.BuildProof;
import dev.aotrollout.observe.CustomQuery;
import dev.aotrollout.observe.MetricsRequest;
import dev.aotrollout.observe.Profile;
import dev.aotrollout.observe.Profiles;
import dev.aotrollout.observe.TrackPods;
import dev.aotrollout.observe.Tracks;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MetricsQuestionsTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final Instant ANCHOR = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void theDefaultsAskForOpenTelemetryAndTheServicesOwnBudget() {
        var request = request("", "");

        assertThat(request.profile()).isEqualTo(Profiles.named("OtelHttp"));
        assertThat(request.timing().warmUp()).isEqualTo(Duration.ofMinutes(5));
        assertThat(request.timing().anchor()).isEqualTo(ANCHOR);
        assertThat(request.slowThresholdSeconds()).isEqualTo(0.25);
        assertThat(request.budget()).isEqualTo(new BudgetQuestion(99.9, 30, BudgetQuestion.Source.QUERY, Map.of()));
        assertThat(request.custom()).isEmpty();
    }

    @ParameterizedTest(name = "the profile {0} exists")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM")
    void everyProfileThatAUserCanNameExists(MetricsSpec.Profile profile) throws Exception {
        var name = MetricsSpec.Profile.class
                .getField(profile.name())
                .getAnnotation(JsonProperty.class)
                .value();

        assertThat(request("profile: " + name, "").profile()).isEqualTo(Profiles.named(name));
    }

    @Test
    void namesOfTheUsersOwnAreTaken() {
        var request = request("""
                profile: Custom
                customProfile:
                  requests: app_requests_total
                  latency: app_latency
                  latencyUnit: Milliseconds
                  statusLabel: code
                  routeLabel: path
                  selector: {cluster: a}
                  track: {label: backend, jit: "{{service}}", aot: "{{service}}"}
                  exceptions: app_exceptions_total
                  exceptionLabel: type
                """, "");

        assertThat(request.profile())
                .isEqualTo(new Profile(
                        "app_requests_total",
                        "app_latency",
                        Profile.Unit.MILLISECONDS,
                        "code",
                        "5..",
                        "path",
                        Map.of("cluster", "a"),
                        new Profile.TrackLabel("backend", "{{service}}", "{{service}}", false),
                        List.of(new Profile.ExceptionCounter("app_exceptions_total", "type"))));
    }

    @Test
    void profileCustomWithoutNamesSaysWhatIsMissing() {
        assertThatThrownBy(() -> request("profile: Custom", ""))
                .hasMessage("metrics.profile is Custom and customProfile is missing: set it");
    }

    @ParameterizedTest(name = "{0} is proven by {1}")
    @CsvSource({
        "DotnetNativeAot, DOTNET_COMPILED_METHODS",
        "GraalvmNative, JVM_NAME",
        "JdkAotCache, NONE",
        "Other, NONE"
    })
    void theRuntimeTellsWhatProvesABuild(String runtime, BuildProof proof) {
        assertThat(request("", "", runtime).proof()).isEqualTo(proof);
    }

    @Test
    void anExistingBudgetIsReadByItsRules() {
        var request = request("", "errorBudget: {source: Sloth, selector: {sloth_service: checkout}}");

        assertThat(request.budget())
                .isEqualTo(
                        new BudgetQuestion(99.9, 30, BudgetQuestion.Source.SLOTH, Map.of("sloth_service", "checkout")));
    }

    @Test
    void aCustomGuardWithARatioNeedsJitToo() {
        var request = request("", "guards: {custom: [{name: a, query: x, max: 1}, {name: b, query: y, maxRatio: 2}]}");

        assertThat(request.custom()).containsExactly(new CustomQuery("a", "x", false), new CustomQuery("b", "y", true));
    }

    private static MetricsRequest request(String metrics, String spec) {
        return request(metrics, spec, "DotnetNativeAot");
    }

    private static MetricsRequest request(String metrics, String spec, String runtime) {
        var manifest = """
                metadata: {name: checkout, namespace: shop}
                spec:
                  workloadRef: {name: checkout}
                  aot: {runtime: %s, containers: [{name: app, image: "registry.example/checkout:1.4.2-aot"}]}
                  traffic: {service: checkout, httpRoutes: [{name: checkout}]}
                  metrics:
                    prometheus: {url: "http://prometheus:9090"}
                """.formatted(runtime) + metrics.indent(4) + spec.indent(2);
        var tracks = new Tracks(
                "shop",
                "app",
                new TrackPods("checkout", "checkout", List.of()),
                new TrackPods("checkout-aot", "checkout-aot", List.of()));
        return MetricsQuestions.of(YAML.unmarshal(manifest, AotRollout.class).getSpec(), tracks, ANCHOR);
    }
}
