package dev.aotrollout.cli;

import dev.aotrollout.terminal.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
        var name = file.equals("-") ? "stdin" : file;
        try {
            var bytes = ByteBuffer.wrap(bytes(file, stdin));
            var input = new Input(
                    name, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
            if (input.text.isBlank()) throw new Unreadable(input.name + " is empty");
            return input;
        } catch (CharacterCodingException e) {
            throw new Unreadable(name + ": not a text file in UTF-8");
        }
    }

    /** As {@link #read}, but of any content. */
    static byte[] bytes(String file, InputStream stdin) {
        try {
            return file.equals("-") ? stdin.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new Unreadable(file + ": no such file; - reads standard input");
        } catch (AccessDeniedException e) {
            throw new Unreadable(file + ": permission denied");
        } catch (IOException e) {
            throw new Unreadable(
                    file + ": " + (Files.isDirectory(Path.of(file)) ? "is a directory, name a file" : e.getMessage()));
        }
    }
}
