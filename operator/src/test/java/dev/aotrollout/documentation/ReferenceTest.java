package dev.aotrollout.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/reference.md} says what the definitions say; {@code -Dreference.update=true} rewrites it. */
class ReferenceTest {
    private static final Path ROOT = Path.of(System.getProperty("aotrollout.root"));
    private static final Path CHECKED_IN = ROOT.resolve("docs/reference.md");
    private static final List<String> KINDS = List.of(
            "aotrollouts",
            "aotcandidaterubrics",
            "aotlibrarypolicies",
            "aotexceptions",
            "aotapprovals",
            "aotwaveplans",
            "aotevidencepacks");

    @Test
    void referenceEqualsTheGeneratedOne() throws IOException {
        var text = Reference.of(KINDS.stream().map(ReferenceTest::definition).toList());

        if (Boolean.getBoolean("reference.update")) Files.writeString(CHECKED_IN, text);

        assertThat(CHECKED_IN)
                .as("run: mvn -B -pl operator test -Dtest=ReferenceTest -Dreference.update=true")
                .exists()
                .content()
                .isEqualTo(text);
    }

    @Test
    void everyFieldSaysWhatItMeans() {
        var text = Reference.of(KINDS.stream().map(ReferenceTest::definition).toList());

        assertThat(text.lines().filter(line -> line.endsWith("|  |"))).isEmpty();
    }

    private static CustomResourceDefinition definition(String plural) {
        try {
            return Serialization.unmarshal(
                    Files.readString(ROOT.resolve("crds/%s.aotrollout.dev.yaml".formatted(plural))),
                    CustomResourceDefinition.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
