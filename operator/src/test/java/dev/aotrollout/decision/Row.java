package dev.aotrollout.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** One row of a table of rules: a sentence, the situation that it describes, and the decision as text. */
record Row(String sentence, Situation given, String decided) {

    static Row row(String sentence, Situation given, String decided) {
        return new Row(sentence, given, decided);
    }

    static Stream<DynamicTest> tests(Row... rows) {
        return Stream.of(rows)
                .map(row -> DynamicTest.dynamicTest(
                        row.sentence(),
                        () -> assertThat(text(row.given().look().decision())).isEqualTo(row.decided())));
    }

    private static String text(Decision decision) {
        var kind = decision.getClass().getSimpleName();
        return switch (decision) {
            case Decision.Advance advance -> "%s %d %s".formatted(kind, advance.step(), advance.reason());
            case Decision.Shift shift -> "%s %d %s".formatted(kind, shift.weight(), shift.reason());
            case Decision.Wait _, Decision.Hold _, Decision.RollBack _, Decision.Promote _, Decision.Rest _ ->
                kind + " " + decision.reason();
        };
    }
}
