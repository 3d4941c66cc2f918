package dev.aotrollout.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The definitions in {@code crds/}, and the copy that the chart carries, are the ones that the Java types give; {@code -Dcrd.update=true}
 * rewrites both.
 */
class CrdTest {
    private static final Path ROOT = Path.of(System.getProperty("aotrollout.root"));

    @ParameterizedTest
    @ValueSource(strings = {"crds", "helm/aotrollout/files/crds"})
    void checkedInDefinitionsEqualTheGeneratedOnes(String folder, @TempDir Path generated) throws IOException {
        var names = new ArrayList<String>();
        Crds.generate(generated);
        try (var files = Files.list(generated)) {
            for (var file : files.toList()) {
                var text = Files.readString(file);
                var name = file.getFileName().toString().replace("-v1.yml", ".yaml");
                var target = ROOT.resolve(folder).resolve(name);
                names.add(name);
                if (Boolean.getBoolean("crd.update")) Files.writeString(target, text);
                assertThat(target)
                        .as("run: mvn -B -pl operator test -Dtest=CrdTest -Dcrd.update=true")
                        .exists()
                        .content()
                        .isEqualTo(text);
            }
        }
        try (var files = Files.list(ROOT.resolve(folder))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("files in %s, and no definition that is no more", folder)
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
