package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.TwoPods.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.judge.CustomValue;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CustomReaderTest {
    private static final TimeSeries ONE = ScriptedSource.row(Map.of(), 7);

    @Test
    void asksForAotOnlyWhereOneLimitIsEnough() {
        var source = new ScriptedSource(new Series(List.of(ONE)));

        assertThat(read(source, "up", false))
                .isEqualTo(new Reading.Known<>(new CustomValue(7, OptionalDouble.empty()), second(600)));
        assertThat(source.questions()).hasSize(1);
    }

    @Test
    void asksForJitTooWhereItIsComparedWith() {
        var source = new ScriptedSource(new Series(List.of(ONE)), new Series(List.of(ScriptedSource.row(Map.of(), 5))));

        assertThat(read(source, "x{deployment=\"{{deployment}}\",service=\"{{service}}\"}", true))
                .isEqualTo(new Reading.Known<>(new CustomValue(7, OptionalDouble.of(5)), second(600)));
        assertThat(source.questions())
                .extracting(ScriptedSource.Question::promql)
                .containsExactly(
                        "x{deployment=\"checkout-aot\",service=\"checkout-aot\"}",
                        "x{deployment=\"checkout\",service=\"checkout\"}");
    }

    @Test
    void fillsInPodsWithoutABackslashWhichMeansOtherThingsInOtherQuotes() {
        var source = new ScriptedSource(new Series(List.of(ONE)));
        var tracks = new Tracks(
                "shop", "app", new TrackPods("a.b", "a", List.of()), new TrackPods("a.b-aot", "a-aot", List.of()));
        new CustomReader(new CustomQuery("g", "x{pod=~`{{pods}}`}", true))
                .read(source, Requests.of(tracks, ANCHOR), second(600));

        assertThat(source.questions().getLast().promql())
                .startsWith("x{pod=~`a[.]b-[")
                .doesNotContain("\\");
    }

    @Test
    void whatIsFilledInCannotEndTheUsersQuotes() {
        var source = new ScriptedSource(new Series(List.of(ONE)));
        var tracks = new Tracks(
                "s\"} or vector(1) #", "app", new TrackPods("a", "a", List.of()), new TrackPods("b", "b", List.of()));
        new CustomReader(new CustomQuery("g", "x{namespace=\"{{namespace}}\"}", false))
                .read(source, Requests.of(tracks, ANCHOR), second(600));

        assertThat(source.questions().getFirst().promql()).isEqualTo("x{namespace=\"s\\\"} or vector(1) #\"}");
    }

    @ParameterizedTest(name = "{0} s into the step: {1}")
    @CsvSource({"3, 60s", "600, 600s", "90000, 21600s"})
    void theWindowIsTheStepWithinBounds(long age, String window) {
        var source = new ScriptedSource(new Series(List.of(ONE)));
        new CustomReader(new CustomQuery("g", "rate(x[{{window}}])", false))
                .read(source, Requests.since(ANCHOR, List.of(), List.of()), second(age));

        assertThat(source.questions().getFirst().promql()).isEqualTo("rate(x[" + window + "])");
    }

    @Test
    void beforeTheFirstStepTheWindowIsAMinute() {
        var source = new ScriptedSource(new Series(List.of(ONE)));
        new CustomReader(new CustomQuery("g", "rate(x[{{window}}])", false))
                .read(source, Requests.since(RolloutState.NOT_YET, List.of(), List.of()), second(600));

        assertThat(source.questions().getFirst().promql()).isEqualTo("rate(x[60s])");
    }

    static Stream<Arguments> answersThatAreNoNumber() {
        return Stream.of(
                Arguments.of(new Series(List.of()), "gave no series instead of one"),
                Arguments.of(
                        new Series(List.of(ONE, ScriptedSource.row(Map.of("a", "b"), 1))),
                        "gave 2 series instead of one: aggregate them, as with sum()"),
                Arguments.of(
                        new Series(List.of(ScriptedSource.row(Map.of(), Double.NaN))), "gave NaN instead of a number"),
                Arguments.of(
                        new Series(List.of(ScriptedSource.row(Map.of(), Double.POSITIVE_INFINITY))),
                        "gave Infinity instead of a number"),
                Arguments.of(
                        new Series(List.of(new TimeSeries(
                                Map.of(), List.of(new Sample(Instant.EPOCH, 1), new Sample(ANCHOR, 2))))),
                        "gave 2 samples instead of one: remove its range"),
                Arguments.of(
                        new Unavailable("Prometheus at p: partial answer: x", true),
                        "was not answered: Prometheus at p: partial answer: x"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("answersThatAreNoNumber")
    void whatIsNoNumberIsMissingAndSaysWhatCame(QueryResult answer, String what) {
        assertThat(read(new ScriptedSource(answer), "x", false))
                .isEqualTo(new Reading.Missing<>("query of guard g for AOT " + what));
        assertThat(read(new ScriptedSource(new Series(List.of(ONE)), answer), "x", true))
                .isEqualTo(new Reading.Missing<>("query of guard g for JIT " + what));
    }

    @Test
    void aPlaceholderThatThereIsNotIsNamedAndNothingIsAsked() {
        var source = new ScriptedSource(new Series(List.of(ONE)));

        assertThat(read(source, "x{pod=\"{{pod}}\"}", false))
                .isEqualTo(new Reading.Missing<>("query of guard g for AOT has {{pod}}, which nothing fills in:"
                        + " use namespace, deployment, service, pods or window"));
        assertThat(source.questions()).isEmpty();
    }

    private static Reading<CustomValue> read(MetricSource source, String template, boolean alsoJit) {
        return new CustomReader(new CustomQuery("g", template, alsoJit))
                .read(source, Requests.since(ANCHOR, List.of(), List.of()), second(600));
    }
}
