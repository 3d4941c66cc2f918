package dev.aotrollout.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command prints; the same option for all of them. */
public final class Output {
    /** What is printed. */
    enum Format {
        TEXT,
        WIDE,
        JSON,
        YAML
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text for people (wide: with all columns of a table), json or yaml for programs. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    /** Whether a program reads this. */
    public boolean isData() {
        return format == Format.JSON || format == Format.YAML;
    }

    /** Whether all columns were asked for. */
    public boolean isWide() {
        return format == Format.WIDE;
    }

    /** One line of the answer. */
    public void line(String text) {
        out().println(text);
    }

    /** The answer for a program. */
    public void data(Object value) {
        try {
            var text = (format == Format.YAML ? yaml() : json()).writeValueAsString(value);
            out().print(text.endsWith("\n") ? text : text + System.lineSeparator());
            out().flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // Made when asked for: a command that prints text does not pay for it.
    private static ObjectMapper json() {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    private static ObjectMapper yaml() {
        return new ObjectMapper(YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build());
    }

    /** What is not part of the answer. */
    public void note(String text) {
        spec.commandLine().getErr().println(text);
    }

    /** Where the answer goes. */
    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** How this program is called, such as {@code kubectl aotrollout}. */
    public String program() {
        return spec.root().name();
    }

    /** {@code text} in a style of picocli, such as {@code fg(red)}, where the output is a terminal and NO_COLOR is not set. */
    public String styled(String style, String text) {
        return Ansi.AUTO.enabled() ? Styles.on(style, text) : text;
    }
}
