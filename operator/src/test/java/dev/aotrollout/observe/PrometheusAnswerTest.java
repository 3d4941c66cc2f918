package dev.aotrollout.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusAnswerTest {
    @Test
    void readsRawSamplesWithTheirOwnStamps() throws IOException {
        var answer = recorded("matrix.json");

        assertThat(answer.succeeded()).isTrue();
        assertThat(answer.resultType()).isEqualTo("matrix");
        var count = answer.series().getFirst();
        assertThat(count.label("pod")).isEqualTo("checkout-7d9f8c6b5-x7k2p");
        assertThat(count.label("absent")).isEmpty();
        assertThat(count.samples()).hasSize(4);
        assertThat(count.samples().getFirst()).isEqualTo(new Sample(Instant.ofEpochMilli(1_793_534_400_123L), 41));
        assertThat(count.samples().get(2).value()).isNaN();
        assertThat(count.samples().getLast()).isEqualTo(new Sample(Instant.ofEpochSecond(1_793_534_415), 1_500_000));
    }

    @Test
    void readsInstantVectorsWithInfinities() throws IOException {
        var answer = recorded("vector.json");

        assertThat(answer.warnings()).isEmpty();
        assertThat(answer.series())
                .extracting(s -> s.samples().getFirst().value())
                .containsExactly(64_499_712.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(answer.series().getFirst().labels()).isEqualTo(Map.of("figure", "mean", "pod", "a"));
    }

    @Test
    void skipsNativeHistograms() throws IOException {
        assertThat(recorded("histogram.json").series())
                .allMatch(series -> series.samples().isEmpty())
                .hasSize(1);
    }

    @Test
    void keepsErrorsAndWarnings() throws IOException {
        assertThat(recorded("too-many-samples.json").trouble()).startsWith("execution: query processing would load");
        assertThat(recorded("partial.json").warnings()).hasSize(1);
    }

    @Test
    void readsFieldsInAnyOrderAndNulls() throws IOException {
        var answer = read("{\"warnings\":null,\"data\":{\"result\":[{\"value\":[1,\"2\"],\"metric\":{}}],"
                + "\"resultType\":\"vector\"},\"status\":\"success\"}");

        assertThat(answer.series())
                .singleElement()
                .isEqualTo(new TimeSeries(Map.of(), answer.series().getFirst().samples()));
        assertThat(answer.resultType()).isEqualTo("vector");
    }

    @Test
    void tellsAScalarFromSeries() throws IOException {
        var answer = read("{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"2\"]}}");

        assertThat(answer.resultType()).isEqualTo("scalar");
        assertThat(answer.series()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>login</html>",
                "[]",
                "null",
                "{\"status\":",
                "{\"status\":\"success\",\"data\":{\"result\":[{\"metric\":{},\"value\":[1,\"x\"]}]}}",
                "{\"status\":\"success\",\"data\":{\"result\":[{\"metric\":{},\"value\":[1,2]}]}}",
                "{\"status\":\"success\",\"data\":{\"result\":[{\"metric\":{},\"value\":[\"1\",\"2\"]}]}}",
                "{\"status\":\"success\",\"data\":{\"result\":{}}}",
                "{\"status\":\"success\",\"data\":{\"result\":[{"
            })
    void refusesWhatIsNoAnswer(String body) {
        assertThatIOException().isThrownBy(() -> read(body));
    }

    private static PrometheusAnswer recorded(String file) throws IOException {
        return PrometheusAnswer.read(Recorded.answer(file));
    }

    private static PrometheusAnswer read(String body) throws IOException {
        return PrometheusAnswer.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
