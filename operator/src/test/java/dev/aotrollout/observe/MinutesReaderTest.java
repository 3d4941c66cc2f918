package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.TwoPods.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Memory;
import dev.aotrollout.judge.PodMemory;
import dev.aotrollout.judge.PodMemory.Point;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MinutesReaderTest {
    private static final Instant NOW = second(3_600);
    private static final ObservedPod AOT = new ObservedPod("aot-1", second(30), 0);

    @Test
    void minutesCountFromTheCreationOfThePodOnceItIsWarm() {
        // Created at 0:30 and warm at 5:30, so the first whole warm minute ends at 7:00.
        var source = new ScriptedSource(medians("aot-1", 5, 6, 7, 8));

        assertThat(known(read(source, AOT)).get("aot-1")).containsExactly(new Point(6.5, 7e6), new Point(7.5, 8e6));
    }

    @Test
    void minutesWithoutAValueAreGaps() {
        var samples =
                List.of(new Sample(second(600), Double.NaN), new Sample(second(660), 0), new Sample(second(720), 5));
        var source = new ScriptedSource(new Series(List.of(new TimeSeries(Map.of("pod", "aot-1"), samples))));

        assertThat(known(read(source, AOT)).get("aot-1")).containsExactly(new Point(11.5, 5));
    }

    @Test
    void asksForTheMedianOfEachMinuteThatIsWarm() {
        var source = new ScriptedSource(new Series(List.of()));
        read(source, AOT);

        assertThat(source.questions())
                .singleElement()
                .satisfies(question -> assertThat(question.promql())
                        .isEqualTo(
                                "max by (pod) (quantile_over_time(0.5,container_memory_working_set_bytes{namespace=\"shop\","
                                        + "container=\"app\",pod=~\"aot-1\"}[60000ms]))[3240000ms:60000ms]"));
    }

    @Test
    void looksBackSixHoursAtMost() {
        var source = new ScriptedSource(new Series(List.of()));
        read(source, new ObservedPod("aot-1", ANCHOR.minus(Duration.ofDays(3)), 0));

        assertThat(source.questions().getFirst().promql()).endsWith("[21600000ms:60000ms]");
    }

    @Test
    void aPodWhoseCreationNobodyKnowsHasNoCourse() {
        var source = new ScriptedSource(new Unavailable("must not be asked", true));

        assertThat(known(read(source, new ObservedPod("aot-1", Instant.MIN, 0))))
                .isEmpty();
    }

    @Test
    void theCourseIsPartOfTheMemoryAndItsFailureTakesNothingAway() {
        var memory = new Reading.Known<>(new Memory(List.of(), List.of(new PodMemory("aot-1", 5, 6, 7))), NOW);
        var course = List.of(new Point(1, 5));

        assertThat(MinutesReader.join(memory, new Reading.Known<>(Map.of("aot-1", course), NOW)))
                .isEqualTo(new Reading.Known<>(
                        new Memory(List.of(), List.of(new PodMemory("aot-1", 5, 6, 7, 0, course))), NOW));
        assertThat(MinutesReader.join(memory, new Reading.Missing<>("timeout"))).isEqualTo(memory);
    }

    private static QueryResult medians(String pod, int... minutes) {
        var samples = new ArrayList<Sample>();
        for (var minute : minutes) samples.add(new Sample(second(60L * minute), minute * 1e6));
        return new Series(List.of(new TimeSeries(Map.of("pod", pod), samples)));
    }

    private static Reading<Map<String, List<Point>>> read(MetricSource source, ObservedPod pod) {
        var request = Requests.withWarmUp(Requests.since(ANCHOR, List.of(), List.of(pod)), Duration.ofMinutes(5));
        return MinutesReader.read(source, request, NOW);
    }

    private static <T> T known(Reading<T> reading) {
        return ((Reading.Known<T>) reading).value();
    }
}
