package dev.aotrollout.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.ExitCode;

class CommandLineTest {
    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    private int execute(String line) {
        var words = List.of(line.split(" ", -1));
        return Main.commandLine(words, new PrintStream(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err))
                .setOut(new PrintWriter(out))
                .execute(words.stream().skip(1).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --fault=typo              | 'typo' is no fault; use one of [errors, leak, crash, slow-start,"
                        + " latency]",
                "run --rps=0                   | --rps=0 is not accepted; use 1 to 1000",
                "run --rps=many                | Invalid value for option '--rps'",
                "run --gateway-url=http://g    | --gateway-url is for an existing cluster; add --context NAME",
                "run --in-cluster-prometheus-url=http://p | add --context NAME",
                "run --context=c --gateway=a/b | --context also needs --gateway-url, --prometheus-url, --image-jit,"
                        + " --image-aot",
                "run --context=c --gateway=a --gateway-url=http://g --prometheus-url=http://p --image-jit=j"
                        + " --image-aot=a | 'a' is no gateway; write NAMESPACE/NAME",
                "run --nonsense                | Unknown option: '--nonsense'",
                "measure-reaction --runs=0     | --runs: 0 is not accepted; use 1 to 100",
                "measure-reaction --weights=10,101 | --weights: 101 is not accepted; use 1 to 100",
            })
    void explainsWrongUsageAndEndsWithTwo(String line, String message) {
        assertThat(execute(line)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().replaceAll("\\s+", " ")).contains(message);
    }

    @Test
    void showsItsHelpUnderTheNameOfTheScript() {
        assertThat(execute("run --help")).isZero();
        assertThat(out.toString()).contains("Usage: examples/demo/run", "--fault=FAULT", "--keep", "Exit code: 0");
    }

    @Test
    void takesTheWidthOfTheTerminalWhereItIsKnown() {
        assertThat(Main.columns("87")).isEqualTo(87);
        assertThat(Main.columns("")).isEqualTo(120);
        assertThat(Main.columns("0")).isEqualTo(120);
    }
}
