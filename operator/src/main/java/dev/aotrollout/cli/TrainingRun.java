package dev.aotrollout.cli;

import dev.aotrollout.terminal.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs commands one after another in one process, so that one AOT cache knows them all. Packaging calls it, nobody else. */
final class TrainingRun {
    private TrainingRun() {}

    /** The arguments are files with one command a line, words between blanks. What they print and find does not matter. */
    public static void main(String[] args) throws IOException {
        Main.withoutLog();
        var output = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        for (var file : args) {
            for (var line : Files.readAllLines(Path.of(file))) {
                var words = line.split(" ", -1);
                var code = Main.commandLine(words).execute(words);
                if (code == ExitCode.UNUSABLE) output.println("cannot be used: " + line);
            }
        }
        System.exit(0);
    }
}
