package dev.aotrollout.materials;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** What tools wrote, as recorded; see the README beside the files. */
public final class Recorded {
    private Recorded() {}

    public static byte[] bytes(String name) {
        try (var stream = Recorded.class.getResourceAsStream("/materials/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    public static BillOfMaterials bill(String name) {
        return read(Documents.bill(bytes(name)));
    }

    public static BuildWarnings warnings(String name) {
        return read(Documents.warnings(bytes(name)));
    }

    public static <T> T read(Documents.Outcome<T> outcome) {
        return switch (outcome) {
            case Documents.Outcome.Read<T>(var value) -> value;
            case Documents.Outcome.Unreadable<T>(var why) -> throw new AssertionError(why);
        };
    }

    public static String why(Documents.Outcome<?> outcome) {
        return switch (outcome) {
            case Documents.Outcome.Read<?>(var value) -> throw new AssertionError("was read: " + value);
            case Documents.Outcome.Unreadable<?>(var why) -> why;
        };
    }

    public static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
