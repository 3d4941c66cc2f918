package dev.aotrollout.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the real commands in this process. */
public final class Shell {
    static final Path ROOT = Path.of(System.getProperty("aotrollout.root"));

    /** What a command printed and how it ended. */
    public record Result(int code, String out, String err) {}

    private Shell() {}

    public static Result run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Main.commandLine(args)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        return new Result(code, out.toString(), err.toString());
    }

    public static Result withInput(String input, String... args) {
        var before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(args);
        } finally {
            System.setIn(before);
        }
    }

    /** A file below {@code operator/src/test/resources/cli}; {@code -Dcli.update=true} writes it anew. */
    public static String golden(String name, String actual) {
        var file = ROOT.resolve("operator/src/test/resources/cli").resolve(name);
        try {
            if (Boolean.getBoolean("cli.update")) Files.writeString(file, actual);
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("run again with -Dcli.update=true", e);
        }
    }
}
