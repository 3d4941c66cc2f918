package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.TwoPods.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Latencies;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatenciesReaderTest {
    private static final MetricsRequest REQUEST = Requests.since(ANCHOR, List.of(), List.of());
    private static final Series LOOK = new Series(List.of(
            bucket("jit", "0.1", 50),
            bucket("jit", "0.25", 90),
            bucket("jit", "+Inf", 100),
            bucket("aot", "0.10", 5),
            bucket("aot", "0.2", 7),
            bucket("aot", "0.25", 8),
            bucket("aot", "+Inf", 10)));

    private final LatenciesReader reader = new LatenciesReader();

    @Test
    void addsUpWhatEachLookSawAtTheBoundsThatBothTracksHave() {
        var source = new ScriptedSource(LOOK);

        assertThat(reader.read(source, REQUEST, second(60)))
                .isEqualTo(new Reading.Known<>(
                        new Latencies(List.of(0.1, 0.25), List.of(50L, 40L, 10L), List.of(5L, 3L, 2L)), second(60)));
        assertThat(reader.read(source, REQUEST, second(90)))
                .isEqualTo(new Reading.Known<>(
                        new Latencies(List.of(0.1, 0.25), List.of(100L, 80L, 20L), List.of(10L, 6L, 4L)), second(90)));
        assertThat(source.questions().getFirst().promql()).contains(" offset 60000ms >= 0) or ");
        assertThat(source.questions().getLast().promql()).contains(" offset 30000ms >= 0) or ");
    }

    @Test
    void aFailureIsMadeGoodByTheNextLook() {
        var source = new ScriptedSource(LOOK, new Unavailable("timeout", true), LOOK);
        reader.read(source, REQUEST, second(60));

        assertThat(reader.read(source, REQUEST, second(90))).isEqualTo(new Reading.Missing<>("timeout"));
        assertThat(reader.read(source, REQUEST, second(120))).isInstanceOf(Reading.Known.class);
        assertThat(source.questions().getLast().promql()).contains(" offset 60000ms >= 0) or ");
    }

    @Test
    void aNewStepBeginsAnew() {
        var source = new ScriptedSource(LOOK);
        reader.read(source, REQUEST, second(60));

        var next = Requests.since(second(60), List.of(), List.of());
        assertThat(((Reading.Known<Latencies>) reader.read(source, next, second(90)))
                        .value()
                        .jit())
                .containsExactly(50L, 40L, 10L);
    }

    @Test
    void boundsInMillisecondsBecomeSeconds() {
        var source = new ScriptedSource(new Series(List.of(bucket("jit", "250", 3), bucket("jit", "+Inf", 4))));
        var request = Requests.withProfile(REQUEST, Profiles.named("Envoy"));

        assertThat(((Reading.Known<Latencies>) reader.read(source, request, second(60))).value())
                .isEqualTo(new Latencies(List.of(0.25), List.of(3L, 1L), List.of(0L, 0L)));
    }

    @Test
    void valuesThatAreNoCountsAreLeftOut() {
        var source = new ScriptedSource(new Series(
                List.of(bucket("jit", "0.25", Double.NaN), bucket("jit", "nonsense", 3), bucket("jit", "+Inf", 4))));

        assertThat(((Reading.Known<Latencies>) reader.read(source, REQUEST, second(60))).value())
                .isEqualTo(new Latencies(List.of(), List.of(4L), List.of(0L)));
    }

    @Test
    void noSeriesIsMissingAndNamesTheHistogram() {
        assertThat(reader.read(new ScriptedSource(new Series(List.of())), REQUEST, second(60)))
                .isEqualTo(new Reading.Missing<>(
                        "no http_server_request_duration_seconds_bucket series: the histogram is not exported"));
    }

    private static TimeSeries bucket(String track, String le, double value) {
        return ScriptedSource.row(Map.of("figure", track, "le", le), value);
    }
}
