package dev.aotrollout.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definitions in {@code crds/} are the ones that the Java types give; {@code -Dcrd.update=true} rewrites them. */
class CrdTest {
    private static final Path CHECKED_IN = Path.of(System.getProperty("aotrollout.root"), "crds");

    @Test
    void checkedInDefinitionsEqualTheGeneratedOnes(@TempDir Path generated) throws IOException {
        Crds.generate(generated);
        try (var files = Files.list(generated)) {
            for (var file : files.toList()) {
                var text = Files.readString(file);
                var target = CHECKED_IN.resolve(file.getFileName().toString().replace("-v1.yml", ".yaml"));
                if (Boolean.getBoolean("crd.update")) Files.writeString(target, text);
                assertThat(target)
                        .as("run: mvn -B -pl operator test -Dtest=CrdTest -Dcrd.update=true")
                        .exists()
                        .content()
                        .isEqualTo(text);
            }
        }
    }
}
