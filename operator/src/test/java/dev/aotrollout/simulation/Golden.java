package dev.aotrollout.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stories as they were told before; {@code -Dstory.update=true} writes them anew. */
final class Golden {
    private static final Path FOLDER =
            Path.of(System.getProperty("aotrollout.root"), "operator/src/test/resources/simulation");

    private Golden() {}

    static void compare(String name, String text) {
        if (Boolean.getBoolean("story.update")) write(name, text);
        assertThat(text).isEqualTo(story(name));
    }

    static String story(String name) {
        var file = file(name);
        assertThat(file)
                .as("run: mvn -B -pl operator test -Dtest=SimulationTest -Dstory.update=true")
                .exists();
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String name, String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(file(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".story");
    }
}
