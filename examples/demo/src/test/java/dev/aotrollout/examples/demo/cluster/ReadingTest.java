package dev.aotrollout.examples.demo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.examples.demo.load.Track;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
    private static final String POD = """
        apiVersion: v1
        kind: Pod
        metadata: {name: checkout-aot-1}
        spec: {containers: [{name: app, image: "checkout:1.0-aot"}]}
        status:
          conditions:
          - {type: Ready, status: "%s", lastTransitionTime: "2026-11-01T12:00:05Z"}
          containerStatuses:
          - {name: app, restartCount: %d, state: {running: {startedAt: "2026-11-01T12:00:03Z"}}}
        """;

    private static Pod pod(String ready, int restarts) {
        return Yaml.read(POD.formatted(ready, restarts), Pod.class);
    }

    @Test
    void tellsTheTrackOfAPodByItsImage() {
        assertThat(PodSeen.of(pod("True", 0), Site.Images.BUILT))
                .isEqualTo(new PodSeen("checkout-aot-1", Track.AOT, true));
        assertThat(PodSeen.of(pod("True", 0), new Site.Images("other:1", "other:2"))
                        .track())
                .isEqualTo(Track.UNKNOWN);
    }

    @Test
    void doesNotCountALeavingPodAsReady() {
        var pod = pod("True", 0);
        pod.getMetadata().setDeletionTimestamp("2026-11-01T12:01:00Z");
        assertThat(PodSeen.of(pod, Site.Images.BUILT).ready()).isFalse();
    }

    @Test
    void measuresStartupFromTheStartOfTheContainerToReady() {
        assertThat(PodSeen.startup(pod("True", 0))).contains(Duration.ofSeconds(2));
    }

    @Test
    void knowsNoStartupBeforeReadyOrAfterARestart() {
        assertThat(PodSeen.startup(pod("False", 0))).isEmpty();
        assertThat(PodSeen.startup(pod("True", 1))).isEmpty();
        assertThat(PodSeen.startup(Yaml.read("kind: Pod\nmetadata: {name: p}\nstatus: {phase: Pending}", Pod.class)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{backendRefs: [{name: checkout}]}] | 0",
                "[{backendRefs: [{name: checkout-jit, weight: 90}, {name: checkout-aot, weight: 10}]}] | 10",
                "[{backendRefs: [{name: checkout-jit, weight: 0}, {name: checkout-aot, weight: 1}]}] | 100",
                "[{backendRefs: [{name: checkout-jit, weight: 0}, {name: checkout-aot, weight: 0}]}] | 0",
                "[{matches: [{headers: [{name: x, value: y}]}], backendRefs: [{name: checkout-aot}]},"
                        + " {backendRefs: [{name: checkout-jit, weight: 3}, {name: checkout-aot, weight: 1}]}] | 25",
                "[{matches: [{path: {value: /}}], backendRefs: [{name: checkout-aot}]}] | 100",
            })
    void readsTheWeightThatARouteAsksFor(String rules, int percent) {
        var route = Yaml.read("spec: {rules: " + rules + "}");
        assertThat(RouteWeights.aotPercent(route, "checkout-aot")).isEqualTo(percent);
    }

    @Test
    void readsTheValuesOfPrometheusByPod() throws IOException {
        var body = """
            {"status":"success","data":{"resultType":"vector","result":[
              {"metric":{"pod":"a"},"value":[1700000000.1,"1048576"]},
              {"metric":{"pod":"b"},"value":[1700000000.1,"NaN"]}]}}
            """;
        assertThat(Prometheus.read(body)).containsEntry("a", 1048576.0).doesNotContainKey("b");
    }
}
