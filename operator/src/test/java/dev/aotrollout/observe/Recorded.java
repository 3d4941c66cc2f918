package dev.aotrollout.observe;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers of a real Prometheus, from {@code src/test/resources/observe}. */
final class Recorded {
    private Recorded() {}

    static byte[] answer(String file) {
        try (var stream = Recorded.class.getResourceAsStream("/observe/" + file)) {
            if (stream == null) throw new IllegalArgumentException("no recorded answer " + file);
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
