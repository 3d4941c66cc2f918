package dev.aotrollout.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aotrollout.api.AotRollout;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Kubernetes objects from the golden files of this package; {@code -Dgolden.update=true} writes them anew. */
record Objects(List<ObjectNode> documents) {
    private static final Path FOLDER =
            Path.of(System.getProperty("aotrollout.root"), "operator/src/test/resources/workload");
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    static Objects read(String file) {
        try {
            return parse(Files.readString(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    static Objects parse(String yaml) {
        try (var parser = YAML.createParser(yaml)) {
            return new Objects(YAML.readValues(parser, ObjectNode.class).readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(yaml, e);
        }
    }

    Deployment deployment() {
        return as("Deployment", Deployment.class);
    }

    Service service() {
        return as("Service", Service.class);
    }

    AotRollout rollout() {
        return as("AOTRollout", AotRollout.class);
    }

    private <T> T as(String kind, Class<T> type) {
        return documents.stream()
                .filter(it -> it.path("kind").asText().equals(kind))
                .map(it -> value(it, type))
                .findFirst()
                .orElseThrow();
    }

    static <T> T value(JsonNode node, Class<T> type) {
        try {
            return JSON.treeToValue(node, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(Object object) {
        try {
            return YAML.writeValueAsString(JSON.<JsonNode>valueToTree(object));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a golden file, which is first replaced by {@code actual} where the run is to update it. */
    static String golden(String file, String actual) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(FOLDER.resolve(file), actual);
            }
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
