package dev.aotrollout.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The objects that the chart renders. */
record Rendered(List<JsonNode> objects) {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .build());

    /** Refuses a key that is there twice. */
    static Rendered read(String text) {
        try {
            var objects = new ArrayList<JsonNode>();
            YAML.readerFor(JsonNode.class).<JsonNode>readValues(text).forEachRemaining(object -> {
                if (object.has("kind")) objects.add(object);
            });
            return new Rendered(List.copyOf(objects));
        } catch (IOException e) {
            throw new UncheckedIOException("what the chart renders is no YAML: " + text, e);
        }
    }

    /** All of one kind. */
    List<JsonNode> all(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    /** The only one of a kind with this name. */
    JsonNode one(String kind, String name) {
        var found = all(kind).stream()
                .filter(object -> object.at("/metadata/name").asText().equals(name))
                .toList();
        assertThat(found).as("%s %s in %s", kind, name, names()).hasSize(1);
        return found.getFirst();
    }

    /** {@code Kind namespace/name} of each, but of the resource definitions. */
    List<String> names() {
        return objects.stream()
                .filter(object -> !object.path("kind").asText().equals("CustomResourceDefinition"))
                .map(object -> object.path("kind").asText() + " "
                        + (object.at("/metadata/namespace").isMissingNode()
                                ? ""
                                : object.at("/metadata/namespace").asText() + "/")
                        + object.at("/metadata/name").asText())
                .sorted()
                .toList();
    }

    /** The operator's container. */
    JsonNode operator() {
        return one("Deployment", "aotrollout").at("/spec/template/spec/containers/0");
    }

    /** Its arguments. */
    List<String> arguments() {
        return texts(operator().path("args")).toList();
    }

    /** What a role allows, as {@code resource: verb verb}, by resource. */
    static List<String> rights(JsonNode role) {
        var rights = new TreeSet<String>();
        for (var rule : role.path("rules")) {
            var verbs = String.join(" ", texts(rule.path("verbs")).sorted().toList());
            var named = rule.has("resourceNames")
                    ? " " + texts(rule.path("resourceNames")).toList()
                    : "";
            texts(rule.path("resources")).forEach(resource -> rights.add(resource + named + ": " + verbs));
        }
        return List.copyOf(rights);
    }

    static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }

    /** An object as the client sends it. */
    static GenericKubernetesResource resource(JsonNode object) {
        return YAML.convertValue(object, GenericKubernetesResource.class);
    }
}
