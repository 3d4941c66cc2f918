package dev.aotrollout.examples.demo.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command line that the operator's jar brings, run as a user runs it.
 *
 * @param folder in which it runs
 */
record CommandLineTool(Path jar, Path folder) {

    /** How it ended, and what it printed. */
    record Answer(int exitCode, String output) {}

    Answer run(String... arguments) throws InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = Stream.concat(Stream.of(java, "-jar", jar.toString()), Stream.of(arguments));
        return run(new ProcessBuilder(words.toList()));
    }

    private Answer run(ProcessBuilder builder) throws InterruptedException {
        builder.directory(folder.toFile()).redirectErrorStream(true);
        try {
            var process = builder.start();
            try (var reader = process.inputReader()) {
                var output = String.join("\n", reader.lines().toList());
                return new Answer(process.waitFor(), output);
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + List.copyOf(builder.command()), e);
        }
    }
}
