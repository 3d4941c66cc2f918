package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Coverage;
import dev.aotrollout.judge.Coverage.Signal;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageReaderTest {
    private static final String BUCKET = "http_server_request_duration_seconds_bucket";
    private static final String COUNT = "http_server_request_duration_seconds_count";
    private static final String MEMORY = "container_memory_working_set_bytes";
    private static final MetricsRequest REQUEST = Requests.since(ANCHOR, List.of(), List.of());

    @Test
    void whatOnlyOneTrackExportsIsSeenWithTheBoundsOfBoth() {
        var source = new ScriptedSource(new Series(List.of(
                has("jit" + COUNT),
                has("aot" + COUNT),
                bound("jit" + BUCKET, "0.25"),
                bound("jit" + BUCKET, "0.1"),
                bound("jit" + BUCKET, "+Inf"),
                bound("aot" + BUCKET, "0.256"),
                has("aot" + MEMORY))));

        assertThat(CoverageReader.read(source, REQUEST, ANCHOR))
                .isEqualTo(new Reading.Known<>(
                        new Coverage(
                                List.of(
                                        new Signal(COUNT, true, true),
                                        new Signal(BUCKET, true, true),
                                        new Signal(MEMORY, false, true)),
                                List.of(0.1, 0.25),
                                List.of(0.256)),
                        ANCHOR));
        assertThat(source.questions()).hasSize(1);
    }

    @Test
    void nothingAtAllIsAnAnswerToo() {
        assertThat(CoverageReader.read(new ScriptedSource(new Series(List.of())), REQUEST, ANCHOR))
                .isInstanceOfSatisfying(
                        Reading.Known.class,
                        reading -> assertThat(((Coverage) reading.value()).signals())
                                .extracting(Signal::jit)
                                .containsOnly(false));
    }

    @Test
    void aFailureIsMissing() {
        assertThat(CoverageReader.read(new ScriptedSource(new Unavailable("timeout", true)), REQUEST, ANCHOR))
                .isEqualTo(new Reading.Missing<>("timeout"));
    }

    private static TimeSeries has(String figure) {
        return ScriptedSource.row(Map.of("figure", figure), 3);
    }

    private static TimeSeries bound(String figure, String le) {
        return ScriptedSource.row(Map.of("figure", figure, "le", le), 3);
    }
}
