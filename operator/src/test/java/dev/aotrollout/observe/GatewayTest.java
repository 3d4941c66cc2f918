package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static dev.aotrollout.observe.TwoPods.known;
import static dev.aotrollout.observe.TwoPods.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gateway counts for both tracks, in one process that is neither. */
class GatewayTest {
    private static final String JIT = "shop_checkout_80";
    private static final String AOT = "shop_checkout-aot_80";

    private final RecordedPrometheus prometheus = new RecordedPrometheus();

    @Test
    void aTrackThatTheGatewaySeesForTheFirstTimeCountsFromZero() {
        requests(JIT, "200", -5, 1_000);
        requests(JIT, "200", 5, 1_010);
        requests(AOT, "503", 5, 3);

        assertThat(traffic(6).jit().requests()).isEqualTo(10);
        assertThat(traffic(6).aot()).isEqualTo(new Counts(3, 3, 0, 0));
    }

    @Test
    void aBackendThatTheGatewayDroppedAndAddedAgainStartsAnewAlone() {
        requests(JIT, "200", -5, 1_000_000);
        requests(AOT, "200", -5, 500);
        requests(AOT, "500", -5, 1);
        requests(JIT, "200", 5, 1_000_010);
        requests(AOT, "200", 5, 2);
        requests(AOT, "500", 5, 1);

        assertThat(traffic(6).jit().requests()).isEqualTo(10);
        assertThat(traffic(6).aot()).isEqualTo(new Counts(3, 1, 0, 0));
    }

    @Test
    void requestsThatGotNoAnswerHaveNoLatency() {
        histogram(JIT, -5, 10, 10);
        requests(JIT, "200", -5, 10);
        requests(JIT, "200", 5, 30);
        requests(JIT, "504", 5, 5);
        histogram(JIT, 5, 30, 26);

        assertThat(traffic(6).slowBoundSeconds()).isEqualTo(0.25);
        assertThat(traffic(6).jit()).isEqualTo(new Counts(25, 5, 20, 4));
    }

    @Test
    void whatTheGatewayCountsIsTimedHoweverYoungThePodsAre() {
        histogram(AOT, -5, 0, 0);
        requests(AOT, "200", -5, 0);
        requests(AOT, "200", 5, 8);
        histogram(AOT, 5, 8, 8);

        var request = Requests.withWarmUp(request(), Duration.ofMinutes(5));
        assertThat(known(new TrafficReader().read(prometheus, request, second(6)))
                        .aot()
                        .timed())
                .isEqualTo(8);
    }

    @Test
    void aGatewayThatIsNoLongerScrapedIsStale() {
        requests(JIT, "200", -5, 10);
        requests(JIT, "200", 5, 10);

        assertThat(new TrafficReader().read(prometheus, request(), second(60)))
                .isInstanceOfSatisfying(
                        Reading.Missing.class,
                        missing -> assertThat(missing.why())
                                .startsWith("the newest sample of the JIT and AOT pods is 55 s old"));
    }

    @Test
    void noSeriesNamesTheLabel() {
        assertThat(new TrafficReader().read(prometheus, request(), second(6)))
                .isEqualTo(new Reading.Missing<Traffic>(
                        "no envoy_cluster_upstream_rq series for namespace shop, envoy_cluster_name of checkout and"
                                + " checkout-aot: check metrics.profile and that Prometheus scrapes the gateway, with"
                                + " honorLabels where it renames its labels"));
    }

    private void requests(String cluster, String code, long second, long value) {
        scrape(
                "envoy_cluster_upstream_rq",
                Map.of("envoy_cluster_name", cluster, "envoy_response_code", code),
                second,
                value);
    }

    private void histogram(String cluster, long second, long all, long fast) {
        var name = "envoy_cluster_upstream_rq_time";
        scrape(name + "_count", Map.of("envoy_cluster_name", cluster), second, all);
        scrape(name + "_bucket", Map.of("envoy_cluster_name", cluster, "le", "250"), second, fast);
        scrape(name + "_bucket", Map.of("envoy_cluster_name", cluster, "le", "+Inf"), second, all);
    }

    private void scrape(String metric, Map<String, String> own, long second, long value) {
        var labels = new HashMap<>(own);
        labels.put("__name__", metric);
        labels.putAll(
                Map.of("namespace", "gateways", "pod", "envoy-x2x7q", "instance", "10.0.0.9:8002", "job", "envoy"));
        prometheus.scrape(labels, second(second), value);
    }

    private static MetricsRequest request() {
        var jit = new ObservedPod(ScrapedPod.JIT_POD, LONG_AGO, 0);
        var aot = new ObservedPod(ScrapedPod.AOT_POD, ANCHOR, 0);
        return Requests.withProfile(Requests.since(ANCHOR, List.of(jit), List.of(aot)), Profiles.named("Envoy"));
    }

    private Traffic traffic(long second) {
        return known(new TrafficReader().read(prometheus, request(), second(second)));
    }
}
