package dev.aotrollout.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aotrollout.judge.Coverage;
import dev.aotrollout.judge.CustomValue;
import dev.aotrollout.judge.Exceptions;
import dev.aotrollout.judge.Identity;
import dev.aotrollout.judge.Identity.Build;
import dev.aotrollout.judge.Identity.PodIdentity;
import dev.aotrollout.judge.Latencies;
import dev.aotrollout.judge.Metrics;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.BudgetQuestion.Source;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Every query against a real Prometheus that knows 12 minutes: a step of 8, with one pod of each track. */
@Timeout(180)
class SignalsIT {
    private static final InstantSource TIME = Clock.systemUTC();
    private static final Duration KNOWN = Duration.ofMinutes(12);
    private static final Duration STEP = Duration.ofMinutes(8);
    private static final String JIT = "namespace=\"shop\",pod=\"" + ScrapedPod.JIT_POD + "\"";
    private static final String AOT = "namespace=\"shop\",pod=\"" + ScrapedPod.AOT_POD + "\"";

    private final Instant now = TIME.instant().truncatedTo(ChronoUnit.SECONDS);
    private final Instant anchor = now.minus(STEP);
    private final ObservedPod jit = new ObservedPod(ScrapedPod.JIT_POD, now.minus(Duration.ofHours(2)), 512e6);
    private final ObservedPod aot = new ObservedPod(ScrapedPod.AOT_POD, now.minus(Duration.ofMinutes(10)), 128e6);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @Test
    void readsEverySignal() throws Exception {
        try (var exporter = new Exporter();
                var prometheus = RealPrometheus.start(directory, config(exporter))) {
            exporter.alsoSays(history().text());
            var before = exporter.scrapes();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> exporter.scrapes() >= before + 2);
            var client = new PrometheusClient(prometheus.connection());

            var snapshot = look(client, Source.SLOTH, Map.of("sloth_service", "checkout"));
            var metrics = snapshot.metrics();
            // The series began 12 minutes ago, which is less than what is asked for.
            assertThat(known(snapshot.baselineReach())).isBetween(KNOWN.minusSeconds(75), KNOWN.plusSeconds(75));
            requests(metrics);
            latencies(metrics);
            memory(metrics);
            cpu(metrics);
            names(metrics);
            custom(metrics);
            assertThat(known(metrics.budget()).remainingPercent()).isCloseTo(42, within(1e-9));
            var pyrra = read(client, Source.PYRRA, Map.of("slo", "checkout")).budget();
            assertThat(known(pyrra).remainingPercent()).isCloseTo(50, within(1e-6));
            assertThat(read(client, Source.SLOTH, Map.of("sloth_service", "cart"))
                            .budget())
                    .isInstanceOfSatisfying(
                            Reading.Missing.class,
                            missing -> assertThat(missing.why())
                                    .isEqualTo(
                                            "slo:period_error_budget_remaining:ratio{sloth_service=\"cart\"} gives 0 series"
                                                    + " instead of one: check errorBudget.selector"));
        }
    }

    private static void requests(Metrics metrics) {
        var traffic = known(metrics.traffic());
        assertThat(traffic.jit().requests()).isEqualTo(320);
        assertThat(traffic.jit().slow()).isEqualTo(32);
        assertThat(traffic.aot().requests()).isEqualTo(64 + 1);
        assertThat(traffic.aot().errors()).isEqualTo(1);
        assertThat(traffic.routes()).extracting(route -> route.route()).containsExactly("/pay");
        assertThat(traffic.routes().getFirst().eventful()).hasSize(1);
        assertThat(known(metrics.exceptions()).all())
                .containsExactly(
                        new Exceptions.Thrown("System.MissingMethodException", 0, 1),
                        new Exceptions.Thrown("System.TimeoutException", 32, 0));
    }

    private static void latencies(Metrics metrics) {
        assertThat(known(metrics.latencies()))
                .isEqualTo(new Latencies(List.of(0.1, 0.25), List.of(160L, 128L, 32L), List.of(33L, 32L, 0L)));
    }

    private void memory(Metrics metrics) {
        var memory = known(metrics.memory());
        assertThat(memory.jit()).singleElement().satisfies(pod -> {
            assertThat(pod.meanBytes()).isEqualTo(140e6);
            assertThat(pod.residentBytes()).isEqualTo(120e6);
            assertThat(pod.limitBytes()).isEqualTo(512e6);
            assertThat(pod.minutes()).hasSizeBetween(11, 13).allMatch(point -> point.bytes() == 140e6);
        });
        assertThat(memory.aot()).singleElement().satisfies(pod -> {
            // 50 MB and a kilobyte a second since 12 minutes ago, which the pod is not as old as.
            assertThat(pod.peakBytes()).isEqualTo(50e6 + 720e3);
            assertThat(pod.minutes()).hasSizeBetween(8, 9).allSatisfy(point -> {
                assertThat(point.minute()).isBetween(2.0, 10.0);
                var atItsEnd = 50e6 + (120 + 60 * point.minute()) * 1e3;
                assertThat(point.bytes()).isBetween(atItsEnd - 60e3, atItsEnd);
            });
        });
    }

    private static void cpu(Metrics metrics) {
        // 7 whole minutes are over.
        assertThat(known(metrics.cpu()).jit()).singleElement().satisfies(pod -> {
            assertThat(pod.seconds()).isCloseTo(28, within(0.1));
            assertThat(pod.requests()).isEqualTo(280);
        });
        assertThat(known(metrics.cpu()).aot()).singleElement().satisfies(pod -> {
            assertThat(pod.seconds()).isCloseTo(14, within(0.1));
            assertThat(pod.requests()).isEqualTo(56 + 1);
        });
    }

    private static void names(Metrics metrics) {
        assertThat(known(metrics.identity()))
                .isEqualTo(new Identity(
                        List.of(new PodIdentity(
                                ScrapedPod.JIT_POD, Build.JIT, "dotnet_jit_compiled_methods_total 5000")),
                        List.of(new PodIdentity(
                                ScrapedPod.AOT_POD, Build.AOT, "dotnet_jit_compiled_methods_total 0"))));
        assertThat(known(metrics.coverage()))
                .isEqualTo(new Coverage(
                        List.of(
                                new Coverage.Signal("http_server_request_duration_seconds_count", true, true),
                                new Coverage.Signal("http_server_request_duration_seconds_bucket", true, true),
                                new Coverage.Signal("container_memory_working_set_bytes", true, true)),
                        List.of(0.1, 0.25),
                        List.of(0.1, 0.25, 0.5)));
    }

    private static void custom(Metrics metrics) {
        var rates = metrics.custom().get("rate");
        assertThat(rates).isInstanceOfSatisfying(Reading.Known.class, reading -> {
            var value = (CustomValue) reading.value();
            assertThat(value.jit().orElseThrow()).isCloseTo(10 / 15.0, within(1e-3));
            assertThat(value.aot()).isCloseTo(2 / 15.0, within(1e-2));
        });
        assertThat(metrics.custom().get("many"))
                .isInstanceOfSatisfying(
                        Reading.Missing.class,
                        missing -> assertThat(missing.why())
                                .isEqualTo("query of guard many for AOT gave 4 series instead of one:"
                                        + " aggregate them, as with sum()"));
        assertThat(metrics.custom().get("wrong"))
                .isInstanceOfSatisfying(
                        Reading.Missing.class,
                        missing -> assertThat(missing.why())
                                .startsWith("query of guard wrong for AOT was not answered: Prometheus at 127.0.0.1")
                                .contains("parse error"));
        assertThat(known(metrics.traffic()).aot().requests()).isPositive();
    }

    private Metrics read(MetricSource client, Source source, Map<String, String> selector) {
        return look(client, source, selector).metrics();
    }

    private MetricsSnapshot look(MetricSource client, Source source, Map<String, String> selector) {
        var count = "http_server_request_duration_seconds_count{namespace=\"{{namespace}}\",pod=~\"{{pods}}\"";
        var request = new MetricsRequest(
                Requests.tracks(List.of(jit), List.of(aot)),
                Profiles.named("OtelHttp"),
                BuildProof.DOTNET_COMPILED_METHODS,
                new Timing(anchor, Duration.ofMinutes(1), Duration.ofSeconds(5)),
                0.25,
                new BudgetQuestion(99.9, 1, source, selector),
                List.of(
                        new CustomQuery("rate", "sum(rate(" + count + ",http_route=\"/pay\"}[{{window}}]))", true),
                        new CustomQuery(
                                "many",
                                "{namespace=\"shop\",pod=~\"{{pods}}\",le=~\".+\",http_response_status_code=\"200\"} < Inf",
                                false),
                        new CustomQuery("wrong", "sum(", false)),
                Duration.ofHours(1));
        // With a clock that stands still, no signal waits for another look.
        return new MetricsFetch(() -> now).fetch(client, request, now).snapshot();
    }

    private History history() {
        var ok = ",http_response_status_code=\"200\",http_route=\"/pay\"";
        var young = Duration.ofMinutes(10);
        var history = new History(now);
        histogram(history, JIT + ok, KNOWN, 10, new double[] {5, 9, 10});
        histogram(history, AOT + ok, young, 2, new double[] {1, 2, 2});
        // Fails once in the step, and never again.
        for (var metric : List.of("count{", "bucket{le=\"0.1\",", "bucket{le=\"0.25\",", "bucket{le=\"+Inf\","))
            history.series(
                    "http_server_request_duration_seconds_" + metric + AOT
                            + ",http_response_status_code=\"500\",http_route=\"/pay\"}",
                    Duration.ofSeconds(105),
                    _ -> 1);
        history.series(
                "dotnet_exceptions_total{" + JIT + ",error_type=\"System.TimeoutException\"}", KNOWN, s -> s / 15);
        history.series(
                "dotnet_exceptions_total{" + AOT + ",error_type=\"System.MissingMethodException\"}",
                Duration.ofSeconds(105),
                _ -> 1);
        history.series("up{" + AOT + "}", young, _ -> 1);
        container(history, JIT, "working_set_bytes", _ -> 140e6);
        container(history, JIT, "rss", _ -> 120e6);
        container(history, AOT, "working_set_bytes", s -> 50e6 + s * 1e3);
        history.series("container_cpu_usage_seconds_total{" + JIT + ",container=\"app\"}", KNOWN, s -> s / 15.0);
        history.series("container_cpu_usage_seconds_total{" + AOT + ",container=\"app\"}", KNOWN, s -> s / 30.0);
        return history.last("dotnet_jit_compiled_methods_total{" + JIT + "}", 5_000)
                .last("dotnet_jit_compiled_methods_total{" + AOT + "}", 0)
                .last("slo:period_error_budget_remaining:ratio{sloth_service=\"checkout\"}", 0.42)
                .last("pyrra_availability{slo=\"checkout\"}", 0.9995)
                .last("pyrra_objective{slo=\"checkout\"}", 0.999);
    }

    private static void container(History history, String labels, String metric, LongToDoubleFunction value) {
        history.series("container_memory_" + metric + "{" + labels + ",container=\"app\"}", KNOWN, value);
    }

    private static void histogram(History history, String labels, Duration length, long perInterval, double[] within) {
        var name = "http_server_request_duration_seconds";
        history.series(name + "_count{" + labels + "}", length, s -> perInterval * (s / 15));
        history.series(name + "_bucket{" + labels + ",le=\"0.1\"}", length, s -> within[0] * (s / 15));
        history.series(name + "_bucket{" + labels + ",le=\"0.25\"}", length, s -> within[1] * (s / 15));
        if (perInterval == 2)
            history.series(name + "_bucket{" + labels + ",le=\"0.5\"}", length, s -> within[1] * (s / 15));
        history.series(name + "_bucket{" + labels + ",le=\"+Inf\"}", length, s -> within[2] * (s / 15));
    }

    private static <T> T known(Reading<T> reading) {
        return switch (reading) {
            case Reading.Known<T>(var value, var _) -> value;
            case Reading.Missing<T>(var why, var _) -> throw new AssertionError(why);
        };
    }

    private static String config(Exporter exporter) {
        return """
                global: {scrape_interval: 1s, scrape_timeout: 1s}
                scrape_configs:
                - job_name: pods
                  honor_labels: true
                  static_configs:
                  - {targets: ["%s"]}
                """.formatted(exporter.address());
    }
}
