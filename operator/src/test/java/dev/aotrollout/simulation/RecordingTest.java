package dev.aotrollout.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTest {
    private static final String HEADER = "seconds,jit_requests,jit_errors,jit_slow,jit_memory_mib,"
            + "aot_requests,aot_errors,aot_slow,aot_memory_mib\n";

    @Test
    void aRecordedRegressionRollsBack() {
        var csv = new StringBuilder(HEADER);
        for (var minute = 1; minute <= 30; minute++)
            csv.append("%s,5700,3,110,140,300,%s,6,62%n".formatted(minute * 60, minute < 10 ? 0 : 30));

        var story = Stage.run(Recording.csv(csv.toString()).scenario(), 1);

        assertThat(story.ending().phase()).as("%s", story).isEqualTo("RolledBack");
        assertThat(story.ending().second()).isBetween(540L, 600L);
    }

    @Test
    void aHealthyRecordingIsPromoted() {
        var csv = new StringBuilder(HEADER);
        for (var minute = 1; minute <= 30; minute++)
            csv.append("%s,5700,3,110,140,300,0,6,62%n".formatted(minute * 60));

        assertThat(Stage.run(Recording.csv(csv.toString()).scenario(), 1)
                        .ending()
                        .phase())
                .isEqualTo("Promoted");
    }

    @Test
    void aRolloutIsNotOverBecauseItsRecordingIs() {
        var story =
                Stage.run(Recording.csv(HEADER + "60,5700,3,110,140,300,0,6,62").scenario(), 1);

        assertThat(story.ending().phase()).isEqualTo("Progressing");
        assertThat(story.toString()).contains("-- the recording ends");
    }

    @Test
    void answersOfPrometheusAreFollowed() {
        var json = """
                {"requests": {"status": "success", "data": {"resultType": "matrix", "result": [
                    {"metric": {"build": "jit"}, "values": [%1$s]},
                    {"metric": {"build": "aot"}, "values": [%2$s]}]}},
                 "errors": {"data": {"resultType": "matrix", "result": [
                    {"metric": {"build": "aot"}, "values": [%3$s]}]}}}
                """.formatted(samples("95"), samples("5"), samples("0.5"));

        var story = Stage.run(Recording.prometheus(json, "build").scenario(), 1);

        assertThat(story.ending().reason()).as("%s", story).isEqualTo("ErrorsRegressed");
    }

    private static String samples(String value) {
        var text = new StringBuilder();
        for (var i = 0; i < 20; i++)
            text.append(String.format(Locale.ROOT, "%s[%d, \"%s\"]", i == 0 ? "" : ",", 1_790_000_000 + i * 60, value));
        return text.toString();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                             | line 1: no header; write seconds,jit_requests,aot_requests
            seconds,jit_requests                           | line 1: column "aot_requests" is missing
            seconds,jit_requests,aot_requests,cats         | line 1: unknown column "cats"; known are
            seconds,seconds,jit_requests,aot_requests      | line 1: column "seconds" is there twice
            seconds,jit_requests,aot_requests              | line 2: no measurement after the header
            seconds,jit_requests,aot_requests;5,1          | line 2: 2 cells, the header has 3
            seconds,jit_requests,aot_requests;5,1,x        | line 2: aot_requests is "x", it must be a number
            seconds,jit_requests,aot_requests;5,1,-2       | line 2: aot_requests is -2, it must be a number of at least 0
            seconds,jit_requests,aot_requests;5,1,NaN      | line 2: aot_requests is NaN, it must be a number of at least 0
            seconds,jit_requests,aot_requests;5,1,1;5,1,1  | line 3: seconds is 5, it must be above 5 of the row before
            seconds,jit_requests,aot_requests,aot_errors;5,1,1,2 | line 2: aot_errors is 2.0, more than the 1.0 requests
            """)
    void aBadLineIsNamed(String csv, String message) {
        assertThatThrownBy(() -> Recording.csv(csv.replace(';', '\n')))
                .isInstanceOf(Recording.Unreadable.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"requests":;]                                  | line 2: no JSON
            []                                              | no "requests"; write {"requests": <answer of query_range>, ...}
            {"requests": {}}                                | requests: no data.result of type matrix; was it the answer of query_range?
            {"requests": {"result": []}}                    | requests: fewer than two samples of a series whose label "track" is "jit"
            {"requests": {"result": []}, "cats": {}}        | unknown "cats"; known are requests
            {"requests": {"result": [{"metric": {"track": "blue"}}]}} | requests: a series whose label "track" is "blue", not "jit" or "aot"
            {"requests": {"result": [{"metric": {"track": "jit"}, "values": [[1, "-1"]]}]}} | requests of jit at 1 is "-1", it must be a number of at least 0
            """)
    void aBadAnswerIsNamed(String json, String message) {
        assertThatThrownBy(() -> Recording.prometheus(json.replace(';', '\n'), "track"))
                .isInstanceOf(Recording.Unreadable.class)
                .hasMessageStartingWith(message);
    }
}
