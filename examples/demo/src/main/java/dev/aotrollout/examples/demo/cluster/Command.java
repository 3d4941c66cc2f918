package dev.aotrollout.examples.demo.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that is run to its end; it does not outlive an interrupt of ours. */
record Command(List<String> words) {
    private static final long PATIENCE_SECONDS = 60;

    /** How it ended, and what it printed. */
    record Result(int exitCode, String output) {}

    Command {
        words = List.copyOf(words);
    }

    static Command of(Object... words) {
        return new Command(Stream.of(words).map(Object::toString).toList());
    }

    /** Its output goes where ours goes. */
    void run() throws InterruptedException {
        var exitCode = waitFor(new ProcessBuilder(words).inheritIO());
        if (exitCode != 0) {
            throw new DemoException("%s ended with exit code %d; its output above says why"
                    .formatted(String.join(" ", words), exitCode));
        }
    }

    /** Its output is kept. */
    Result collect() throws InterruptedException {
        try {
            // Readable by us alone: it may be a kubeconfig.
            var file = Files.createTempFile("aotrollout-demo-", ".out");
            try {
                var exitCode = waitFor(
                        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(file.toFile()));
                return new Result(exitCode, Files.readString(file).strip());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the output of " + words.getFirst(), e);
        }
    }

    private int waitFor(ProcessBuilder builder) throws InterruptedException {
        var process = start(builder);
        try {
            return process.waitFor();
        } finally {
            Farewell.say(() -> end(process));
        }
    }

    static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new DemoException(
                    "%s cannot be started: %s".formatted(builder.command().getFirst(), e.getMessage()), e);
        }
    }

    /** Asks, waits, and then insists. */
    static void end(Process process) throws InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    /** A program in the project, which may not have been built. */
    static Path existing(Path program) {
        if (!Files.isExecutable(program)) {
            throw new DemoException(program + " is missing; check out the whole repository");
        }
        return program;
    }
}
