package dev.aotrollout.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a user gave with {@code -f}.
 *
 * @param name as messages name it
 */
record Input(String name, String text) {

    /** The file of that name, or {@code stdin} where it is {@code -}. */
    static Input read(String file, InputStream stdin) {
        try {
            var input = file.equals("-")
                    ? new Input("stdin", new String(stdin.readAllBytes(), StandardCharsets.UTF_8))
                    : new Input(file, Files.readString(Path.of(file)));
            if (input.text.isBlank()) throw new Unreadable(input.name + " is empty");
            return input;
        } catch (NoSuchFileException e) {
            throw new Unreadable(file + ": no such file; - reads standard input");
        } catch (AccessDeniedException e) {
            throw new Unreadable(file + ": permission denied");
        } catch (MalformedInputException e) {
            throw new Unreadable(file + ": not a text file in UTF-8");
        } catch (IOException e) {
            throw new Unreadable(
                    file + ": " + (Files.isDirectory(Path.of(file)) ? "is a directory, name a file" : e.getMessage()));
        }
    }
}
