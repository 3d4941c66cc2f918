package dev.aotrollout.examples.demo.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One object as a user writes it; what is not edited stays as it was written. */
public record Manifest(ObjectNode content) {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final Pattern DOCUMENT_START = Pattern.compile("(?m)^---\\s*$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");

    /** All objects of one file. */
    static List<Manifest> read(Path file) {
        return read(file, Map.of());
    }

    /** All objects of one file, with each {@code ${NAME}} replaced by its value. */
    static List<Manifest> read(Path file, Map<String, String> values) {
        var manifests = new ArrayList<Manifest>();
        for (var document : DOCUMENT_START.split(filled(file, values), -1)) {
            if (SERIALIZATION.unmarshal(document, JsonNode.class) instanceof ObjectNode object && object.has("kind")) {
                manifests.add(new Manifest(object));
            }
        }
        return List.copyOf(manifests);
    }

    /** The only object of one file, filled in. */
    public static Manifest readOne(Path file, Map<String, String> values) {
        var manifests = read(file, values);
        if (manifests.size() != 1) {
            throw new DemoException(
                    "%s holds %d objects; one AOTRollout is expected".formatted(file, manifests.size()));
        }
        return manifests.getFirst();
    }

    private static String filled(Path file, Map<String, String> values) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + "; check out the whole repository", e);
        }
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            var value = values.get(match.group(1));
            if (value == null) {
                throw new DemoException("%s asks for ${%s}; known are %s"
                        .formatted(
                                file,
                                match.group(1),
                                values.keySet().stream().sorted().toList()));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    String kind() {
        return content.path("kind").asText();
    }

    String name() {
        return content.path("metadata").path("name").asText();
    }

    /** A copy in {@code namespace}. */
    public Manifest in(String namespace) {
        var copy = content.deepCopy();
        copy.withObject("/metadata").put("namespace", namespace);
        return new Manifest(copy);
    }

    /** A copy whose pods run {@code image}. */
    Manifest withImage(String image) {
        var copy = content.deepCopy();
        for (var container : copy.at("/spec/template/spec/containers")) {
            ((ObjectNode) container).put("image", image);
        }
        return new Manifest(copy);
    }

    /** A copy of a route for {@code host} on {@code gateway}. */
    Manifest withHost(String host, Site.Gateway gateway) {
        var copy = content.deepCopy();
        var spec = copy.withObject("/spec");
        spec.putArray("hostnames").add(host);
        spec.putArray("parentRefs")
                .addObject()
                .put("namespace", gateway.namespace())
                .put("name", gateway.name());
        return new Manifest(copy);
    }

    /** A copy of an AOTRollout whose AOT containers have this variable, too. */
    public Manifest withAotVariable(String name, String value) {
        var copy = content.deepCopy();
        for (var container : copy.at("/spec/aot/containers")) {
            ArrayNode variables = ((ObjectNode) container).withArray("env");
            variables.addObject().put("name", name).put("value", value);
        }
        return new Manifest(copy);
    }

    /** A copy without {@code spec.field}. */
    public Manifest without(String field) {
        var copy = content.deepCopy();
        copy.withObject("/spec").remove(field);
        return new Manifest(copy);
    }

    GenericKubernetesResource resource() {
        return SERIALIZATION.convertValue(content, GenericKubernetesResource.class);
    }

    /** An object of the cluster as JSON. */
    static JsonNode json(GenericKubernetesResource resource) {
        return SERIALIZATION.convertValue(resource, JsonNode.class);
    }
}
