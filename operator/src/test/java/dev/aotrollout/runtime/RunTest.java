package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RunTest {
    private final StringWriter err = new StringWriter();
    private final CommandLine run = new CommandLine(new Run()).setErr(new PrintWriter(err));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "--leader-election; --leader-election: the namespace of the Lease is not known; set --lease-namespace",
                "--leader-election --lease-namespace=a --lease-seconds=4; --lease-seconds: a lease of 4 s is too short for two tries of renewing it: use at least 5 s",
                "--metrics-url-prefix=ftp://files; --metrics-url-prefix: ftp://files is no http or https address",
                "--metrics-url-prefix=http://ok --metrics-url-prefix=http://a@b; --metrics-url-prefix: http://a@b holds a user name",
                "--leader-election=perhaps; 'perhaps' is not a boolean",
                "--lease-seconds=soon; 'soon' is not an int"
            })
    void wrongUsageIsNamed(String arguments, String expected) {
        assertThat(run.execute(arguments.strip().split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(expected.strip());
    }
}
