package dev.aotrollout.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Every query of an evidence pack, of every profile, against a real Prometheus. */
@Timeout(180)
class SeriesReaderIT {
    private static final List<String> PROFILES =
            List.of("OtelHttp", "PrometheusNet", "Micrometer", "Istio", "Envoy", "NginxIngress", "Traefik");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    private static MetricsRequest request(String profile) {
        var tracks = new Tracks(
                "shop",
                "app",
                new TrackPods("checkout", "checkout", List.of()),
                new TrackPods("checkout-aot", "checkout-aot", List.of()));
        return new MetricsRequest(
                tracks,
                Profiles.named(profile),
                BuildProof.NONE,
                new Timing(Instant.EPOCH, Duration.ZERO, Duration.ofSeconds(5)),
                0.25,
                new BudgetQuestion(99.9, 30, BudgetQuestion.Source.QUERY, Map.of()),
                List.of());
    }

    private static String says(long count) {
        var text = new StringBuilder();
        for (var pod : List.of(ScrapedPod.JIT_POD, ScrapedPod.AOT_POD)) {
            var labels = "namespace=\"shop\",pod=\"%s\"".formatted(pod);
            text.append("container_memory_working_set_bytes{%s,container=\"app\"} 64000000%n".formatted(labels));
            text.append("container_memory_rss{%s,container=\"app\"} 60000000%n".formatted(labels));
            text.append("container_spec_memory_limit_bytes{%s,container=\"app\"} 128000000%n".formatted(labels));
            text.append("container_cpu_usage_seconds_total{%s,container=\"app\"} %d%n".formatted(labels, count / 100));
            for (var code : List.of("200", "500"))
                text.append("%s{%s,http_response_status_code=\"%s\",http_route=\"/pay\"} %d%n"
                        .formatted(ScrapedPod.COUNT, labels, code, code.equals("200") ? 9 * count : count));
            for (var le : List.of("0.1", "0.25", "+Inf"))
                text.append("%s{%s,le=\"%s\"} %d%n"
                        .formatted(ScrapedPod.BUCKET, labels, le, le.equals("0.1") ? 5 * count : 10 * count));
            text.append(
                    "dotnet_exceptions_total{%s,error_type=\"System.FormatException\"} %d%n".formatted(labels, count));
        }
        return text.toString().replace("\r", "");
    }

    @Test
    void everyQueryIsUnderstoodAndGivesTheFiguresOfTheRun() throws Exception {
        try (var exporter = new Exporter();
                var prometheus = RealPrometheus.start(directory, config(exporter))) {
            var started = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        exporter.alsoSays(says(100L * exporter.scrapes()));
                        return exporter.scrapes() >= 15;
                    });
            var client = new PrometheusClient(prometheus.connection());
            var frame = new Frame(started, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
            for (var profile : PROFILES)
                assertThat(ask(client, profile, frame))
                        .as(profile)
                        .allSatisfy(answer -> assertThat(answer.result())
                                .as(answer.question().promql())
                                .isInstanceOf(QueryResult.Series.class));
            figures(ask(client, "OtelHttp", frame));
        }
    }

    private static List<SeriesAnswer> ask(MetricSource source, String profile, Frame frame) {
        return SeriesReader.questions(request(profile), frame).stream()
                .map(question -> SeriesReader.ask(source, question))
                .toList();
    }

    private static void figures(List<SeriesAnswer> answers) {
        var rows = answers.stream()
                .collect(Collectors.toMap(
                        answer -> answer.question().figure() + "."
                                + answer.question().track() + "."
                                + answer.question().shows(),
                        answer ->
                                answer.result() instanceof QueryResult.Series(var all) ? all : List.<TimeSeries>of()));
        assertThat(rows.get("memory.aot.working set of each pod")).hasSize(1);
        assertThat(rows.get("memory.aot.working set of each pod").getFirst().samples())
                .hasSizeGreaterThan(1);
        assertThat(last(rows.get("memoryLimit.aot.memory limit of each pod; 0 for none")))
                .isEqualTo(128e6);
        assertThat(last(rows.get("memoryPeak.jit.largest working set of each pod")))
                .isEqualTo(64e6);
        assertThat(last(rows.get("errors.aot.failed : all requests"))).isCloseTo(0.1, within(1e-9));
        assertThat(last(rows.get("burn.both.burn rate of the error budget"))).isBetween(99.0, 101.0);
        assertThat(last(rows.get("cpuWhole.aot.processor time of a request over the whole run")))
                .isBetween(0.0005, 0.002);
        assertThat(last(rows.get("p50Whole.jit.50th percentile of latency over the whole run")))
                .isBetween(0.09, 0.11);
        assertThat(last(rows.get("routeErrors.aot.failed requests of each route")))
                .isPositive();
        assertThat(rows.get("exceptions.aot.dotnet_exceptions_total by type")
                        .getFirst()
                        .label("error_type"))
                .isEqualTo("System.FormatException");
    }

    private static double last(List<TimeSeries> rows) {
        return rows.getFirst().samples().getLast().value();
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

    @Test
    void aFrameHasAtMost120Points() {
        assertThat(frame(Duration.ofHours(24)).step()).isEqualTo(Duration.ofSeconds(727));
        assertThat(frame(Duration.ofMinutes(1)).step()).isEqualTo(Duration.ofSeconds(5));
        assertThat(frame(Duration.ofMinutes(1)).rate()).isEqualTo(Duration.ofMinutes(1));
        assertThat(frame(Duration.ZERO).length()).isEqualTo(Duration.ofSeconds(5));
        for (var hours = 1; hours < 2000; hours += 7) {
            var frame = frame(Duration.ofHours(hours));
            assertThat(frame.length().dividedBy(frame.step())).isLessThan(120);
        }
    }

    private static Frame frame(Duration length) {
        return new Frame(Instant.EPOCH, Instant.EPOCH.plus(length));
    }
}
