package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static dev.aotrollout.observe.TwoPods.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Metrics;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsFetchTest {
    private final TwoPods pods = new TwoPods();
    private final List<String> asked = new ArrayList<>();
    private Instant time = second(601);
    private final MetricsFetch fetch = new MetricsFetch(() -> time);

    @BeforeEach
    void trafficForTenMinutes() {
        for (var s = -5; s <= 700; s += 5) {
            pods.jit().answer("200", 3, 0);
            pods.aot().answer("200", 1, 0);
            pods.scrapeBoth(s);
        }
    }

    @Test
    void theFailureOfOneSignalTakesNoOtherWithIt() {
        MetricSource source = (promql, at) -> isTraffic(promql)
                ? pods.prometheus().query(promql, at)
                : new Unavailable("Prometheus at p: HTTP 422 too many samples", true);

        var metrics = fetch(source, time);
        assertThat(metrics.traffic()).isInstanceOf(Reading.Known.class);
        var signals = List.of(
                metrics.memory(),
                metrics.cpu(),
                metrics.latencies(),
                metrics.exceptions(),
                metrics.identity(),
                metrics.coverage(),
                metrics.custom().get("custom"));
        assertThat(signals)
                .allSatisfy(reading -> assertThat(reading)
                        .isInstanceOfSatisfying(
                                Reading.Missing.class,
                                missing -> assertThat(missing.why()).contains("HTTP 422 too many samples")));
    }

    @Test
    void aSignalWhoseServerHangsDelaysALookByOneQuery() {
        MetricSource source = (promql, at) -> {
            asked.add(promql);
            if (isTraffic(promql)) return pods.prometheus().query(promql, at);
            time = time.plusSeconds(5);
            return new Unavailable("Prometheus at p: no answer within 5 s", false);
        };

        for (var look = 0; look < 3; look++) {
            asked.clear();
            var metrics = fetch(source, time);
            assertThat(metrics.traffic()).isInstanceOf(Reading.Known.class);
            assertThat(asked.getFirst()).matches(MetricsFetchTest::isTraffic);
            assertThat(asked.stream().filter(promql -> !isTraffic(promql))).hasSizeLessThanOrEqualTo(1);
            time = time.plusSeconds(5);
        }
    }

    @Test
    void aSteadyLookIsOneQuery() {
        MetricSource source = (promql, at) -> {
            asked.add(promql);
            return pods.prometheus().query(promql, at);
        };
        fetch(source, second(601));
        asked.clear();
        time = second(604);
        fetch(source, time);

        assertThat(asked).singleElement().matches(MetricsFetchTest::isTraffic);
    }

    @Test
    void aServerThatIsDownIsAskedNothingElse() {
        MetricSource source = (promql, _) -> {
            asked.add(promql);
            return new Unavailable("Prometheus at p: connection refused", false);
        };

        assertThat(fetch.fetch(source, request(), time).down()).isEqualTo("Prometheus at p: connection refused");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aProfileThatCannotBeUsedIsMissingWithoutAQuestion() {
        var otel = Profiles.named("OtelHttp");
        var wrong = new Profile(
                otel.requests(),
                "",
                otel.latencyUnit(),
                "code",
                "*",
                "",
                Map.of(),
                new Profile.TrackLabel("backend", "x", "y", false),
                List.of());

        var metrics = fetch.fetch(
                        (_, _) -> {
                            throw new AssertionError("asked");
                        },
                        Requests.withProfile(request(), wrong),
                        time)
                .snapshot()
                .metrics();
        assertThat(metrics.traffic())
                .isInstanceOfSatisfying(
                        Reading.Missing.class,
                        missing -> assertThat(missing.why())
                                .startsWith("metrics.customProfile: * is no regular expression"));
    }

    private Metrics fetch(MetricSource source, Instant now) {
        return fetch.fetch(source, request(), now).snapshot().metrics();
    }

    private MetricsRequest request() {
        var request = Requests.withProof(
                Requests.withWarmUp(
                        Requests.since(
                                ANCHOR,
                                List.of(pods.jit().observed(LONG_AGO)),
                                List.of(pods.aot().observed(LONG_AGO))),
                        Duration.ofMinutes(1)),
                BuildProof.DOTNET_COMPILED_METHODS);
        return new MetricsRequest(
                request.tracks(),
                request.profile(),
                request.proof(),
                request.timing(),
                request.slowThresholdSeconds(),
                request.budget(),
                List.of(new CustomQuery("custom", "sum(x)", true)));
    }

    private static boolean isTraffic(String promql) {
        return promql.contains("http_server_request_duration_seconds")
                && (promql.startsWith("{__name__") || promql.startsWith("count by (pod,le)"));
    }
}
