package dev.aotrollout.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** One row of a guard's table: a sentence, what is seen, and the finding as text: verdict, reason and what the message contains. */
record GuardRow(String sentence, Guard guard, Seen seen, String verdict, String... messageParts) {

    static GuardRow row(String sentence, Guard guard, Seen seen, String verdict, String... messageParts) {
        return new GuardRow(sentence, guard, seen, verdict, messageParts);
    }

    static Stream<DynamicTest> tests(GuardRow... rows) {
        return Stream.of(rows).map(row -> DynamicTest.dynamicTest(row.sentence(), row::check));
    }

    private void check() {
        var finding = guard.judge(seen.evidence(), new Recall());
        assertThat(finding.verdict() + " " + finding.reason())
                .as(finding.message())
                .isEqualTo(verdict);
        assertThat(finding.message()).isNotBlank();
        for (var part : messageParts) assertThat(finding.message()).contains(part);
    }
}
