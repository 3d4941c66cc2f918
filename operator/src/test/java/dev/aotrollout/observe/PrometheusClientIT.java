package dev.aotrollout.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Memory;
import dev.aotrollout.judge.PodMemory;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Exact counts out of a real Prometheus: a new label set, a restart, and a pod that vanishes. */
@Timeout(180)
class PrometheusClientIT {
    private static final InstantSource TIME = Clock.systemUTC();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @Test
    void countsWhatPodsAnswered() throws Exception {
        try (var jit = new Exporter();
                var aot = new Exporter();
                var prometheus = RealPrometheus.start(directory, config(jit, aot))) {
            jit.answered("200", 1_000, 10);
            scrapedTwice(jit, aot);
            var anchor = TIME.instant();
            var polled = new TrafficReader();
            var client = new PrometheusClient(prometheus.connection());
            var request = request(anchor, List.of());

            jit.answered("200", 40, 4);
            jit.answered("404", 2, 0);
            aot.answered("200", 25, 1);
            aot.answered("500", 1, 0);
            scrapedTwice(jit, aot);
            polled.read(client, request, TIME.instant());
            aot.restarts();
            aot.answered("200", 7, 0);
            aot.answered("500", 1, 0);
            scrapedTwice(jit, aot);
            polled.read(client, request, TIME.instant());
            aot.answered("200", 5, 0);
            scrapedTwice(jit, aot);
            aot.vanishes();
            scrapedTwice(jit, aot);

            var now = TIME.instant();
            var traffic = known(polled.read(client, request, now));
            assertThat(traffic.jit()).isEqualTo(new Counts(42, 0, 4));
            assertThat(traffic.aot()).isEqualTo(new Counts(39, 2, 1));
            assertThat(traffic.slowBoundSeconds()).isEqualTo(0.25);
            assertThat(known(new TrafficReader().read(client, request, now))).isEqualTo(traffic);
        }
    }

    /** The server itself says what it read: as a literal, and as a regular expression that matches it and nothing else. */
    @Test
    void hostileValuesAreReadAsTheyAre() throws Exception {
        try (var prometheus = RealPrometheus.start(directory, "global: {scrape_interval: 1s}\n")) {
            var client = new PrometheusClient(prometheus.connection());
            for (var value : List.of(
                    "a\"} or vector(1) #",
                    "a\\\"b",
                    "back\\slash\\",
                    "two\nlines\rand\ttabs",
                    "`ticks` 'quotes'",
                    "x|y.*+?()[]{}^z",
                    "{{namespace}}",
                    "grün \u2028 \uD83D\uDE00")) {
                var labelled = "label_replace(vector(1), \"v\", %s, \"\", \"\")".formatted(PromQl.quoted(value));
                var matched = "label_replace(%s, \"hit\", \"yes\", \"v\", %s)"
                        .formatted(labelled, PromQl.quoted(PromQl.literal(value)));
                var missed = "label_replace(%s, \"hit\", \"yes\", \"v\", %s)"
                        .formatted(labelled, PromQl.quoted(PromQl.literal(value + "x")));

                assertThat(labels(client, matched)).as(value).isEqualTo(Map.of("v", value, "hit", "yes"));
                assertThat(labels(client, missed)).as(value).isEqualTo(Map.of("v", value));
            }
        }
    }

    private static Map<String, String> labels(PrometheusClient client, String promql) {
        return client.query(promql, TIME.instant()) instanceof QueryResult.Series(var series) && series.size() == 1
                ? series.getFirst().labels()
                : Map.of("query", promql);
    }

    @Test
    void readsMemoryOncePerPodAndTheBudget() throws Exception {
        try (var jit = new Exporter();
                var aot = new Exporter();
                var prometheus = RealPrometheus.start(directory, config(jit, aot))) {
            jit.alsoSays(memory(ScrapedPod.JIT_POD, "a", 140e6) + memory(ScrapedPod.JIT_POD, "b", 120e6));
            aot.alsoSays(memory(ScrapedPod.AOT_POD, "a", 60e6)
                    + memory(ScrapedPod.AOT_POD, "", 90e6).replace("app", ""));
            jit.answered("200", 100, 0);
            jit.answered("500", 1, 0);
            scrapedTwice(jit, aot);
            jit.answered("200", 900, 0);
            scrapedTwice(jit, aot);
            var client = new PrometheusClient(prometheus.connection());
            var request = request(TIME.instant(), List.of(new ObservedPod(ScrapedPod.AOT_POD, Instant.EPOCH, 128e6)));

            var seen = new MetricsFetch(TIME)
                    .fetch(client, request, TIME.instant())
                    .snapshot();

            assertThat(((Reading.Known<Memory>) seen.metrics().memory()).value())
                    // A minute may end meanwhile.
                    .usingRecursiveComparison()
                    .ignoringFields("jit.minutes", "aot.minutes")
                    .isEqualTo(new Memory(
                            List.of(new PodMemory(ScrapedPod.JIT_POD, 140e6, 140e6, 0)),
                            List.of(new PodMemory(ScrapedPod.AOT_POD, 60e6, 60e6, 128e6))));
            assertThat(seen.metrics().budget()).isInstanceOf(Reading.Known.class);
        }
    }

    @Test
    void aQueryThatItCannotReadIsRefusedWithItsWords() throws Exception {
        try (var jit = new Exporter();
                var prometheus = RealPrometheus.start(directory, config(jit, jit))) {
            var result = new PrometheusClient(prometheus.connection()).query("sum(", TIME.instant());

            assertThat(result)
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            refused -> assertThat(refused.why()).contains("HTTP 400 bad_data: ", "parse error"));
            assertThat(((Unavailable) result).answered()).isTrue();
        }
    }

    private static MetricsRequest request(Instant anchor, List<ObservedPod> aot) {
        return Requests.since(anchor, List.of(new ObservedPod(ScrapedPod.JIT_POD, Instant.EPOCH, 0)), aot);
    }

    private static void scrapedTwice(Exporter... exporters) {
        for (var exporter : exporters) {
            var before = exporter.scrapes();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> exporter.scrapes() >= before + 2);
        }
    }

    private static String memory(String pod, String id, double bytes) {
        return "container_memory_working_set_bytes{namespace=\"shop\",pod=\"%s\",container=\"app\",id=\"%s\"} %f\n"
                .formatted(pod, id, bytes);
    }

    private static Traffic known(Reading<Traffic> reading) {
        return switch (reading) {
            case Reading.Known<Traffic>(var traffic, var _) -> traffic;
            case Reading.Missing<Traffic>(var why, var _) -> throw new AssertionError(why);
        };
    }

    private static String config(Exporter jit, Exporter aot) throws IOException {
        return """
                global: {scrape_interval: 1s, scrape_timeout: 1s}
                scrape_configs:
                - job_name: pods
                  honor_labels: true
                  static_configs:
                  - {targets: ["%s"], labels: {namespace: shop, pod: %s}}
                  - {targets: ["%s"], labels: {namespace: shop, pod: %s}}
                """.formatted(jit.address(), ScrapedPod.JIT_POD, aot.address(), ScrapedPod.AOT_POD);
    }
}
