package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every manifest in {@code examples/} is accepted by a real API server, and nothing of it is pruned. */
class ExamplesIT {
    private static final Path EXAMPLES = KubeApi.ROOT.resolve("examples");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    /** What the demo fills in. */
    private static final Map<String, String> PLACEHOLDERS = Map.of(
            "${PROMETHEUS_URL}", "http://127.0.0.1:9090",
            "${UNTIL}", "2026-12-31",
            "${TODAY}", "2026-10-01",
            "${VERDICT}", "Denied");

    private static final Set<String> WITHOUT_NAMESPACE =
            Set.of("AOTCandidateRubric", "AOTLibraryPolicy", "AOTWavePlan", "ClusterRole", "Namespace");

    @TestFactory
    Stream<DynamicTest> everyManifestComesBackUnpruned() throws IOException {
        try (var files = Files.walk(EXAMPLES)) {
            var manifests = files.filter(ExamplesIT::isManifest).sorted().toList();
            assertThat(manifests).hasSizeGreaterThan(5);
            return manifests.stream()
                    .map(file ->
                            DynamicTest.dynamicTest(EXAMPLES.relativize(file).toString(), () -> check(file)));
        }
    }

    private static boolean isManifest(Path file) {
        var text = EXAMPLES.relativize(file).toString();
        return text.endsWith(".yaml") && !text.contains("target/") && !text.contains("src/");
    }

    private static void check(Path file) throws IOException {
        var namespace = KubeApi.get().newNamespace();
        for (var document : documents(file)) {
            if (!document.has("kind")) continue;
            var written = (ObjectNode) document;
            if (!WITHOUT_NAMESPACE.contains(written.get("kind").asText()))
                ((ObjectNode) written.get("metadata")).put("namespace", namespace);
            var returned = apply(written, namespace);
            assertContains(
                    returned,
                    written,
                    file.getFileName() + " " + written.get("kind").asText());
        }
    }

    private static List<JsonNode> documents(Path file) throws IOException {
        var text = Files.readString(file);
        for (var entry : PLACEHOLDERS.entrySet()) text = text.replace(entry.getKey(), entry.getValue());
        text = text.replaceAll("\\$\\{(FIRST_WEIGHT|INTERVAL_SECONDS)\\}", "100")
                .replaceAll("\\$\\{[A-Z_]+\\}", "value");
        var documents = new ArrayList<JsonNode>();
        YAML.readerFor(JsonNode.class).<JsonNode>readValues(text).forEachRemaining(documents::add);
        return documents;
    }

    private static JsonNode apply(ObjectNode document, String namespace) {
        var client = KubeApi.get().client();
        var object = YAML.convertValue(document, GenericKubernetesResource.class);
        if (object.getKind().equals("Namespace"))
            return YAML.valueToTree(client.resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(namespace)
                            .endMetadata()
                            .build())
                    .serverSideApply());
        var created = client.resource(object)
                .inNamespace(namespace)
                .fieldManager("examples")
                .serverSideApply();
        return YAML.valueToTree(created);
    }

    /** Everything that was written is there; what the server added beside it does not matter. */
    private static void assertContains(JsonNode actual, JsonNode written, String path) {
        if (written.isObject()) {
            written.properties().forEach(entry -> {
                if (path.endsWith("metadata") && entry.getKey().equals("name") && isNamespace(path)) return;
                assertThat(actual.has(entry.getKey()))
                        .as(path + "." + entry.getKey() + " was pruned")
                        .isTrue();
                assertContains(actual.get(entry.getKey()), entry.getValue(), path + "." + entry.getKey());
            });
        } else if (written.isArray()) {
            assertThat(actual.size()).as(path).isEqualTo(written.size());
            for (var i = 0; i < written.size(); i++)
                assertContains(actual.get(i), written.get(i), path + "[" + i + "]");
        } else if (written.isNumber()) {
            assertThat(actual.asDouble()).as(path).isEqualTo(written.asDouble());
        } else {
            assertThat(actual.asText()).as(path).isEqualTo(written.asText());
        }
    }

    private static boolean isNamespace(String path) {
        return path.contains(" Namespace");
    }
}
