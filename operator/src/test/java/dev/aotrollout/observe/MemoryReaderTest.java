package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Memory;
import dev.aotrollout.judge.PodMemory;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryReaderTest {
    private static final ObservedPod JIT = new ObservedPod("jit-1", LONG_AGO, 512e6);
    private static final ObservedPod AOT = new ObservedPod("aot-1", LONG_AGO, 128e6);

    @Test
    void readsMeanAndPeakOfThePodsThatExist() {
        var source = new ScriptedSource(new Series(List.of(
                mean("jit-1", 140e6),
                peak("jit-1", 150e6),
                mean("aot-1", 60e6),
                peak("aot-1", 90e6),
                mean("gone", 1))));

        assertThat(read(source, List.of(JIT), List.of(AOT), 600))
                .isEqualTo(new Reading.Known<>(
                        new Memory(
                                List.of(new PodMemory("jit-1", 140e6, 150e6, 512e6)),
                                List.of(new PodMemory("aot-1", 60e6, 90e6, 128e6))),
                        second(600)));
    }

    @Test
    void asksForNamedPodsOfOneContainerWithoutDuplicates() {
        var source = new ScriptedSource(new Series(List.of(mean("jit-1", 1), mean("aot-1", 1))));
        read(source, List.of(JIT), List.of(AOT), 600);

        var selector = "container_memory_working_set_bytes{namespace=\"shop\",container=\"app\",pod=~\"jit-1|aot-1\"}";
        assertThat(source.questions())
                .singleElement()
                .isEqualTo(new ScriptedSource.Question(
                        "(label_replace(max by (pod) (avg_over_time(" + selector
                                + "[600000ms])),\"figure\",\"mean\",\"\",\"\")"
                                + " or label_replace(max by (pod) (max_over_time(" + selector
                                + "[600000ms])),\"figure\",\"peak\",\"\",\"\")"
                                + " or label_replace(max by (pod) (avg_over_time("
                                + selector.replace("working_set_bytes", "rss")
                                + "[600000ms])),\"figure\",\"resident\",\"\",\"\")) and on (pod) " + selector,
                        second(600)));
    }

    @ParameterizedTest(name = "{0} s after the anchor: {1} s")
    @CsvSource({"3, 15", "15, 15", "700, 700", "90000, 3600"})
    void theWindowIsTheStepWithinBounds(long age, long windowSeconds) {
        var source = new ScriptedSource(new Series(List.of(mean("jit-1", 1), mean("aot-1", 1))));
        read(source, List.of(JIT), List.of(AOT), age);

        assertThat(source.questions().getFirst().promql()).contains("[" + windowSeconds * 1_000 + "ms]");
    }

    @Test
    void aWindowWithoutASampleOfSomePodIsWidened() {
        var source = new ScriptedSource(
                new Series(List.of(mean("jit-1", 1))), new Series(List.of(mean("jit-1", 1), mean("aot-1", 2))));

        assertThat(known(read(source, List.of(JIT), List.of(AOT), 20)).aot()).hasSize(1);
        assertThat(source.questions()).hasSize(2);
        assertThat(source.questions().getLast().promql()).contains("[120000ms]");
    }

    @Test
    void youngPodsAreLeftOut() {
        var source = new ScriptedSource(new Series(List.of(mean("jit-1", 1), mean("young", 1))));
        var young = new ObservedPod("young", second(301), 0);

        assertThat(known(readWarm(source, List.of(JIT), List.of(young))).aot()).isEmpty();
        assertThat(source.questions().getFirst().promql()).doesNotContain("young");
    }

    @Test
    void ofAPodThatBecameWarmInTheStepOnlyTheTimeSinceCounts() {
        var source = new ScriptedSource(new Series(List.of(mean("jit-1", 1), mean("aot-1", 1))));
        readWarm(source, List.of(JIT), List.of(new ObservedPod("aot-1", second(100), 0)));

        assertThat(source.questions().getFirst().promql())
                .contains("pod=~\"jit-1\"}[600000ms]")
                .contains("pod=~\"aot-1\"}[195000ms]");
    }

    @Test
    void theResidentSetIsZeroWhereItIsNotMeasured() {
        var resident = ScriptedSource.row(Map.of("figure", "resident", "pod", "aot-1"), 40e6);
        var source = new ScriptedSource(new Series(List.of(mean("jit-1", 140e6), mean("aot-1", 60e6), resident)));

        var memory = known(read(source, List.of(JIT), List.of(AOT), 600));
        assertThat(memory.jit()).extracting(PodMemory::residentBytes).containsExactly(0.0);
        assertThat(memory.aot()).extracting(PodMemory::residentBytes).containsExactly(40e6);
    }

    @Test
    void withoutPodsNothingIsAsked() {
        var source = new ScriptedSource(new Unavailable("must not be asked", false));

        assertThat(known(read(source, List.of(), List.of(), 600))).isEqualTo(new Memory(List.of(), List.of()));
    }

    @Test
    void valuesThatAreNoSizesAreLeftOut() {
        var source = new ScriptedSource(
                new Series(List.of(mean("jit-1", Double.NaN), mean("aot-1", 0), mean("aot-2", 5), peak("aot-2", 6))));
        var second = new ObservedPod("aot-2", LONG_AGO, 0);

        assertThat(known(read(source, List.of(JIT), List.of(AOT, second), 600)))
                .isEqualTo(new Memory(List.of(), List.of(new PodMemory("aot-2", 5, 6, 0))));
    }

    @Test
    void noSeriesIsMissingAndSaysWhatToCheck() {
        assertThat(read(new ScriptedSource(new Series(List.of())), List.of(JIT), List.of(AOT), 600))
                .isEqualTo(new Reading.Missing<>(
                        "no container_memory_working_set_bytes series for container app in namespace shop:"
                                + " check that Prometheus scrapes the kubelets' cAdvisor"));
    }

    private static Reading<Memory> read(MetricSource source, List<ObservedPod> jit, List<ObservedPod> aot, long at) {
        return MemoryReader.read(source, Requests.since(ANCHOR, jit, aot), second(at));
    }

    /** 10 minutes into the step, with a warm-up of 5. */
    private static Reading<Memory> readWarm(MetricSource source, List<ObservedPod> jit, List<ObservedPod> aot) {
        var request = Requests.withWarmUp(Requests.since(ANCHOR, jit, aot), Duration.ofMinutes(5));
        return MemoryReader.read(source, request, second(600));
    }

    private static Memory known(Reading<Memory> reading) {
        return ((Reading.Known<Memory>) reading).value();
    }

    private static Instant second(long offset) {
        return ANCHOR.plus(Duration.ofSeconds(offset));
    }

    private static TimeSeries mean(String pod, double value) {
        return ScriptedSource.row(Map.of("figure", "mean", "pod", pod), value);
    }

    private static TimeSeries peak(String pod, double value) {
        return ScriptedSource.row(Map.of("figure", "peak", "pod", pod), value);
    }
}
