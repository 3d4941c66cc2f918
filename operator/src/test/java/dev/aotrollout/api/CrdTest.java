package dev.aotrollout.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The definitions in {@code crds/}, the copy that the chart carries, and the schemas that the command line checks manifests
 * against are the ones that the Java types give; {@code -Dcrd.update=true} rewrites all three.
 */
class CrdTest {
    private static final Path ROOT = Path.of(System.getProperty("aotrollout.root"));
    private static final Path SCHEMAS = ROOT.resolve("operator/src/main/resources/schemas");

    @ParameterizedTest
    @ValueSource(strings = {"crds", "helm/aotrollout/files/crds"})
    void checkedInDefinitionsEqualTheGeneratedOnes(String folder, @TempDir Path generated) throws IOException {
        Crds.generate(generated);
        var texts = new TreeMap<String, String>();
        for (var file : files(generated))
            texts.put(file.getFileName().toString().replace("-v1.yml", ".yaml"), Files.readString(file));
        assertCheckedIn(ROOT.resolve(folder), texts);
    }

    @Test
    void packedSchemasEqualTheGeneratedOnes(@TempDir Path generated) throws IOException {
        Crds.generate(generated);
        var texts = new TreeMap<String, String>();
        for (var file : files(generated)) {
            var crd = new YAMLMapper().readTree(file.toFile());
            texts.put(
                    crd.at("/spec/names/kind").textValue() + ".json",
                    crd.at("/spec/versions/0/schema/openAPIV3Schema").toPrettyString() + "\n");
        }
        assertCheckedIn(SCHEMAS, texts);
    }

    private static void assertCheckedIn(Path folder, Map<String, String> texts) throws IOException {
        for (var entry : texts.entrySet()) {
            var target = folder.resolve(entry.getKey());
            if (Boolean.getBoolean("crd.update")) Files.writeString(target, entry.getValue());
            assertThat(target)
                    .as("run: mvn -B -pl operator test -Dtest=CrdTest -Dcrd.update=true")
                    .exists()
                    .content()
                    .isEqualTo(entry.getValue());
        }
        assertThat(files(folder).stream().map(file -> file.getFileName().toString()))
                .as("files in %s, and no definition that is no more", folder)
                .containsExactlyInAnyOrderElementsOf(texts.keySet());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
