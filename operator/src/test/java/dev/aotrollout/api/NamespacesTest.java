package dev.aotrollout.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What belongs to a namespace cannot name an object of another one: there is no field to do it with. */
class NamespacesTest {
    private static final Path CRDS = Path.of(System.getProperty("aotrollout.root"), "crds");

    @TestFactory
    Stream<DynamicTest> namespacedKindsNameNoOtherNamespace() throws IOException {
        try (var files = Files.list(CRDS)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .map(NamespacesTest::load)
                    .filter(crd -> crd.getSpec().getScope().equals("Namespaced"))
                    .map(crd -> DynamicTest.dynamicTest(
                            crd.getSpec().getNames().getKind(),
                            () -> assertThat(fields("spec", spec(crd)))
                                    .isNotEmpty()
                                    .noneMatch(field ->
                                            field.toLowerCase(Locale.ROOT).endsWith("namespace"))))
                    .toList()
                    .stream();
        }
    }

    private static CustomResourceDefinition load(Path file) {
        try {
            return Serialization.unmarshal(Files.readString(file), CustomResourceDefinition.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JSONSchemaProps spec(CustomResourceDefinition crd) {
        return crd.getSpec()
                .getVersions()
                .getFirst()
                .getSchema()
                .getOpenAPIV3Schema()
                .getProperties()
                .get("spec");
    }

    private static List<String> fields(String path, JSONSchemaProps schema) {
        Map<String, JSONSchemaProps> properties = schema.getProperties() == null ? Map.of() : schema.getProperties();
        var items = schema.getItems() == null || schema.getItems().getSchema() == null
                ? Stream.<String>empty()
                : fields(path + "[]", schema.getItems().getSchema()).stream();
        var below = properties.entrySet().stream()
                .flatMap(entry -> fields(path + "." + entry.getKey(), entry.getValue()).stream());
        return Stream.concat(Stream.of(path), Stream.concat(below, items)).toList();
    }
}
