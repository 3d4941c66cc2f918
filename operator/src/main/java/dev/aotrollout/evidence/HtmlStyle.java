package dev.aotrollout.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheet, from the jar. */
final class HtmlStyle {
    private static final String RESOURCE = "/evidence/report.css";

    private HtmlStyle() {}

    static String packed() {
        try (var in = stream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream() {
        var stream = HtmlStyle.class.getResourceAsStream(RESOURCE);
        if (stream == null) throw new IllegalStateException("no " + RESOURCE + " in the jar");
        return stream;
    }
}
