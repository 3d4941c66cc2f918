package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.BudgetQuestion.Source;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BudgetSourceTest {
    private static final Map<String, String> SELECTOR = Map.of("sloth_slo", "re\"quests", "sloth_service", "checkout");
    private static final Reading<Budget> COUNTED = new Reading.Known<>(new Budget(1_000, 50), ANCHOR);

    @Test
    void slothKnowsWhatIsLeftAndTheAllowedErrorsAreCounted() {
        var source = new ScriptedSource(value(-0.25));

        assertThat(read(source, Source.SLOTH)).isEqualTo(new Reading.Known<>(new Budget(1_000, -25), ANCHOR));
        assertThat(source.questions())
                .singleElement()
                .extracting(ScriptedSource.Question::promql)
                .isEqualTo(
                        "slo:period_error_budget_remaining:ratio{sloth_service=\"checkout\",sloth_slo=\"re\\\"quests\"}");
    }

    @Test
    void pyrraKnowsTheAvailabilityAndTheObjective() {
        var source = new ScriptedSource(value(0.5));
        var question = new BudgetQuestion(99.9, 30, Source.PYRRA, Map.of("slo", "checkout"));

        assertThat(BudgetSource.remaining(source, question, COUNTED, ANCHOR))
                .isEqualTo(new Reading.Known<>(new Budget(1_000, 50), ANCHOR));
        assertThat(source.questions())
                .singleElement()
                .extracting(ScriptedSource.Question::promql)
                .isEqualTo("(pyrra_availability{slo=\"checkout\"} - pyrra_objective{slo=\"checkout\"})"
                        + " / (1 - pyrra_objective{slo=\"checkout\"})");
    }

    @Test
    void withoutRecordingRulesNothingMoreIsAsked() {
        var source = new ScriptedSource(value(0.5));

        assertThat(read(source, Source.QUERY)).isEqualTo(COUNTED);
        assertThat(source.questions()).isEmpty();
    }

    @Test
    void withoutRequestsThereIsNoBudgetWhateverTheRulesSay() {
        var none = new Reading.Missing<Budget>("no requests");
        var question = new BudgetQuestion(99.9, 30, Source.SLOTH, SELECTOR);

        assertThat(BudgetSource.remaining(new ScriptedSource(value(1)), question, none, ANCHOR))
                .isEqualTo(none);
    }

    static Stream<Arguments> answersThatAreNoBudget() {
        return Stream.of(
                Arguments.of(new Series(List.of()), "gives 0 series instead of one: check errorBudget.selector"),
                Arguments.of(
                        new Series(List.of(
                                ScriptedSource.row(Map.of("a", "b"), 1), ScriptedSource.row(Map.of("a", "c"), 1))),
                        "gives 2 series instead of one: check errorBudget.selector"),
                Arguments.of(value(Double.NaN), "gives NaN: the recording rule sees no requests"),
                Arguments.of(value(Double.NEGATIVE_INFINITY), "gives -Infinity: the recording rule sees no requests"),
                Arguments.of(new Unavailable("partial answer", true), "partial answer"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("answersThatAreNoBudget")
    void whatIsNoBudgetIsMissing(QueryResult answer, String what) {
        assertThat(read(new ScriptedSource(answer), Source.SLOTH))
                .isInstanceOfSatisfying(
                        Reading.Missing.class,
                        missing -> assertThat(missing.why()).endsWith(what));
    }

    private static Reading<Budget> read(MetricSource source, Source from) {
        return BudgetSource.remaining(source, new BudgetQuestion(99.9, 30, from, SELECTOR), COUNTED, ANCHOR);
    }

    private static QueryResult value(double ratio) {
        return new Series(List.of(ScriptedSource.row(Map.of(), ratio)));
    }
}
