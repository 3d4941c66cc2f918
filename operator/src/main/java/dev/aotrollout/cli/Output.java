package dev.aotrollout.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command prints; the same option for all of them. */
final class Output {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What is printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, json for programs. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    boolean isJson() {
        return format == Format.JSON;
    }

    void line(String text) {
        spec.commandLine().getOut().println(text);
    }

    void json(Object value) {
        try {
            line(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is not part of the answer. */
    void note(String text) {
        spec.commandLine().getErr().println(text);
    }

    /** {@code text} in a style of picocli, such as {@code fg(red)}, where the output is a terminal and NO_COLOR is not set. */
    String styled(String style, String text) {
        if (!Ansi.AUTO.enabled()) return text;
        return Ansi.Style.on(Ansi.Style.parse(style)) + text + Ansi.Style.off(Ansi.Style.parse(style));
    }
}
