package dev.aotrollout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is no AOTRollout ends with 2 and one line that says what is wrong where. */
class UnreadableInputTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            an empty input           | "  "                                   | stdin is empty
            no YAML                  | "kind: [AOTRollout"                    | stdin:1:18: not YAML
            a tab                    | "a:\\n\\tb: 1"                         | stdin:2:1: not YAML
            another kind             | "{kind: Service, metadata: {name: s, namespace: n}}" | no AOTRollout in -; found Service n/s
            a text                   | "hello"                                | no AOTRollout in -; found a document without kind
            """)
    void unusableInputIsNamed(String what, String input, String message) {
        var result = Shell.withInput(input.replace("\\n", "\n").replace("\\t", "\t"), "lint", "-f", "-");
        assertThat(result.err()).startsWith("aotrollout: ").contains(message);
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        var result = Shell.run("lint", "-f", folder.resolve("no.yaml").toString());
        assertThat(result.err()).contains("no.yaml: no such file; - reads standard input");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void aFolderIsNamed(@TempDir Path folder) {
        assertThat(Shell.run("lint", "-f", folder.toString()).err()).contains("is a directory, name a file");
    }

    @Test
    void itemsOfAListAreDocuments() {
        var result = Shell.withInput("{kind: List, items: [{kind: AOTRollout}, {kind: Service}]}", "lint", "-f", "-");
        assertThat(result.out()).contains("1 rollout checked");
        assertThat(result.err()).contains("skipped stdin: Service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lint", "lint --no-such-option"})
    void wrongUsageEndsWith2(String line) {
        var result = Shell.run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("Usage: aotrollout");
    }
}
