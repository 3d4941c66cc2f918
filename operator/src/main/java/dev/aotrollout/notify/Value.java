package dev.aotrollout.notify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something that may be secret, and that therefore never prints itself. */
sealed interface Value {
    /** What it is now. */
    String read() throws IOException;

    /** Where it comes from, for messages. */
    String source();

    /** Written in the configuration itself. */
    record Literal(String text) implements Value {
        @Override
        public String read() {
            return text;
        }

        @Override
        public String source() {
            return "the configuration";
        }

        @Override
        public String toString() {
            return "(a value)";
        }
    }

    /** The content of a file, read anew each time: a Secret may be rotated. White space around it is dropped. */
    record InFile(Path path) implements Value {
        @Override
        public String read() throws IOException {
            return Files.readString(path, StandardCharsets.UTF_8).strip();
        }

        @Override
        public String source() {
            return path.toString();
        }
    }
}
