package dev.aotrollout.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever word a condition, an Event or an alert shows, the runbook has an entry that says what to do. */
class RunbookTest {
    private static final Path ROOT = Path.of(System.getProperty("aotrollout.root"));
    private static final String ENTRY = "### ";

    @Test
    void everyReasonHasExactlyOneEntryWithWords() throws IOException {
        var lines = Files.readAllLines(ROOT.resolve("docs/runbook.md"));

        var reasons = entries(lines).stream()
                .filter(entry -> !entry.startsWith("AOTRollout"))
                .toList();

        assertThat(reasons)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Reason.values()).map(Enum::name).toList());
        assertThat(entriesWithoutWords(lines)).isEmpty();
    }

    private static List<String> entries(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(ENTRY))
                .map(line -> line.substring(ENTRY.length()))
                .toList();
    }

    private static List<String> entriesWithoutWords(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith(ENTRY))
                .filter(i -> i + 1 == lines.size() || lines.get(i + 1).length() < 20)
                .mapToObj(lines::get)
                .toList();
    }
}
