package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static dev.aotrollout.observe.TwoPods.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Cpu;
import dev.aotrollout.judge.Cpu.PodCpu;
import dev.aotrollout.judge.PodTraffic;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuReaderTest {
    private static final Duration WARM_UP = Duration.ofMinutes(5);
    private static final ObservedPod JIT = new ObservedPod("jit-1", LONG_AGO, 0);
    private static final ObservedPod AOT = new ObservedPod("aot-1", LONG_AGO, 0);
    /** 10 and 2 requests a minute. */
    private static final Traffic TRAFFIC =
            new Traffic(List.of(), 0, List.of(), List.of(answered("jit-1", 10)), List.of(answered("aot-1", 2)));

    @Test
    void takesTheRequestsOfTheWholeMinutesThatItAskedFor() {
        var source = new ScriptedSource(new Series(List.of(cpu("jit-1", 6), cpu("aot-1", 3))));

        assertThat(known(read(source, request(List.of(JIT), List.of(AOT)), TRAFFIC, second(640))))
                .isEqualTo(new Cpu(List.of(new PodCpu("jit-1", 6, 100)), List.of(new PodCpu("aot-1", 3, 20))));
        assertThat(source.questions())
                .singleElement()
                .isEqualTo(new ScriptedSource.Question(
                        "label_replace(sum by (pod) (max without (job,service,endpoint,prometheus,prometheus_replica)"
                                + " (increase(container_cpu_usage_seconds_total{namespace=\"shop\",container=\"app\","
                                + "pod=~\"jit-1|aot-1\"}[600000ms]))),\"figure\",\"cpu\",\"\",\"\")",
                        second(600)));
    }

    @Test
    void bothTracksBeginWhenBothAreWarm() {
        // Warm at 2:00, the second one in the middle of the fifth minute.
        var first = new ObservedPod("aot-1", second(120).minus(WARM_UP), 0);
        var later = new ObservedPod("aot-2", second(270).minus(WARM_UP), 0);
        var source = new ScriptedSource(new Series(List.of(cpu("jit-1", 6), cpu("aot-1", 3), cpu("aot-2", 1))));
        var traffic = new Traffic(
                List.of(),
                0,
                List.of(),
                List.of(answered("jit-1", 10)),
                List.of(answered("aot-1", 2), answered("aot-2", 1)));

        assertThat(known(read(source, request(List.of(JIT), List.of(first, later)), traffic, second(640))))
                .isEqualTo(new Cpu(
                        List.of(new PodCpu("jit-1", 6, 80)),
                        List.of(new PodCpu("aot-1", 3, 16), new PodCpu("aot-2", 1, 5))));
        assertThat(source.questions().getFirst().promql())
                .contains("pod=~\"jit-1|aot-1\"}[480000ms]")
                .contains("pod=~\"aot-2\"}[300000ms]");
    }

    @Test
    void whatAGatewayCountedIsSharedByThePodsThatWereWarmAllTheTime() {
        var later = new ObservedPod("aot-3", second(270).minus(WARM_UP), 0);
        var second = new ObservedPod("aot-2", LONG_AGO, 0);
        var source = new ScriptedSource(
                new Series(List.of(cpu("jit-1", 6), cpu("aot-1", 3), cpu("aot-2", 4), cpu("aot-3", 1))));
        var buckets = new ArrayList<Bucket>();
        for (var s = 0; s < 640; s += 5) buckets.add(new Bucket(second(s), new Counts(3, 0, 0), new Counts(2, 0, 0)));
        var request = Requests.withProfile(request(List.of(JIT), List.of(AOT, second, later)), Profiles.named("Envoy"));

        assertThat(known(read(source, request, new Traffic(buckets, 0), second(640))))
                .isEqualTo(new Cpu(
                        List.of(new PodCpu("jit-1", 6, 360)),
                        List.of(new PodCpu("aot-1", 3, 120), new PodCpu("aot-2", 4, 120))));
    }

    @Test
    void theWindowIsAnHourAtMost() {
        var source = new ScriptedSource(new Series(List.of(cpu("jit-1", 1))));
        read(source, request(List.of(JIT), List.of(AOT)), TRAFFIC, second(36_000));

        assertThat(source.questions().getFirst().promql()).contains("[3600000ms]");
    }

    @Test
    void isPendingUntilBothTracksAreWarmForTwoMinutes() {
        var source = new ScriptedSource(new Unavailable("must not be asked", true));
        var young = new ObservedPod("aot-1", second(540).minus(WARM_UP), 0);
        var pending = new Reading.Missing<Cpu>(
                "processor time needs 2 whole minutes in which both tracks have warm pods", true);

        assertThat(read(source, request(List.of(JIT), List.of(young)), TRAFFIC, second(640)))
                .isEqualTo(pending);
        assertThat(read(source, request(List.of(JIT), List.of()), TRAFFIC, second(640)))
                .isEqualTo(pending);
        assertThat(read(source, request(List.of(JIT), List.of(AOT)), TRAFFIC, second(149)))
                .isEqualTo(pending);
        var unanchored = Requests.since(RolloutState.NOT_YET, List.of(JIT), List.of(AOT));
        assertThat(read(source, unanchored, TRAFFIC, second(640))).isEqualTo(pending);
    }

    @Test
    void noSeriesIsMissingAndSaysWhatToCheck() {
        assertThat(read(
                        new ScriptedSource(new Series(List.of(cpu("jit-1", Double.NaN)))),
                        request(List.of(JIT), List.of(AOT)),
                        TRAFFIC,
                        second(640)))
                .isEqualTo(new Reading.Missing<>("no container_cpu_usage_seconds_total series for container app in"
                        + " namespace shop: check that Prometheus scrapes the kubelets' cAdvisor"));
    }

    @Test
    void withoutTrafficThereIsNothingToDivideBy() {
        assertThat(CpuReader.read(
                        new ScriptedSource(new Series(List.of())),
                        request(List.of(JIT), List.of(AOT)),
                        new Reading.Missing<>("no series"),
                        second(640)))
                .isEqualTo(new Reading.Missing<>("without traffic there is no processor time per request", true));
    }

    private static MetricsRequest request(List<ObservedPod> jit, List<ObservedPod> aot) {
        return Requests.withWarmUp(Requests.since(ANCHOR, jit, aot), WARM_UP);
    }

    private static Reading<Cpu> read(MetricSource source, MetricsRequest request, Traffic traffic, Instant now) {
        return CpuReader.read(source, request, new Reading.Known<>(traffic, now), now);
    }

    private static PodTraffic answered(String pod, long perMinute) {
        return new PodTraffic(pod, Collections.nCopies(60, new Counts(perMinute, 0, 0)));
    }

    private static TimeSeries cpu(String pod, double seconds) {
        return ScriptedSource.row(Map.of("figure", "cpu", "pod", pod), seconds);
    }

    private static Cpu known(Reading<Cpu> reading) {
        return ((Reading.Known<Cpu>) reading).value();
    }
}
