package dev.aotrollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The project's formatter: every Java file looks as palantir-java-format writes it. Runs here because the formatter parses Java in
 * its own JVM, and only tests surely run on the JDK of the toolchain. {@code -Dformat.update=true} rewrites the files.
 */
class FormatTest {
    private static final Path ROOT = Path.of(System.getProperty("aotrollout.root"));
    private static final boolean UPDATE = Boolean.getBoolean("format.update");
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void everyJavaFileIsFormatted() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> unformatted = files.filter(FormatTest::isSource)
                    .filter(FormatTest::differs)
                    .map(ROOT::relativize)
                    .toList();
            assertThat(unformatted)
                    .as("run: mvn -B -pl operator test -Dtest=FormatTest -Dformat.update=true")
                    .isEmpty();
        }
    }

    private static boolean isSource(Path path) {
        var text = ROOT.relativize(path).toString();
        return text.endsWith(".java") && !text.contains("target/") && text.contains("src/");
    }

    private static boolean differs(Path path) {
        try {
            var text = Files.readString(path);
            var formatted = format(text);
            if (formatted.equals(text)) return false;
            if (UPDATE) Files.writeString(path, formatted);
            return !UPDATE;
        } catch (IOException | FormatterException e) {
            throw new AssertionError(path + ": " + e.getMessage(), e);
        }
    }

    private static String format(String text) throws FormatterException {
        var used = RemoveUnusedImports.removeUnusedImports(text);
        return FORMATTER.formatSource(ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.PALANTIR));
    }
}
