package dev.aotrollout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The schema of one of our kinds: the CRD that the build packs into the jar, the one that a cluster gets too. */
record Schema(JsonNode root) {
    private static final String ROLLOUT = "AOTRollout";

    /** The plural names of our kinds, by which their CRDs are called. */
    private static final Map<String, String> PLURALS = Map.of(
            ROLLOUT,
            "aotrollouts",
            "AOTApproval",
            "aotapprovals",
            "AOTCandidateRubric",
            "aotcandidaterubrics",
            "AOTEvidencePack",
            "aotevidencepacks",
            "AOTException",
            "aotexceptions",
            "AOTLibraryPolicy",
            "aotlibrarypolicies",
            "AOTWavePlan",
            "aotwaveplans");

    /** Of an AOTRollout. */
    static Schema packed() {
        return packed(ROLLOUT);
    }

    /** Whether {@code kind} is one of ours. */
    static boolean knows(String kind) {
        return PLURALS.containsKey(kind);
    }

    /** All our kinds, sorted. */
    static List<String> kinds() {
        return PLURALS.keySet().stream().sorted().toList();
    }

    /** Of {@code kind}, which must be one of ours. */
    static Schema packed(String kind) {
        var resource = "/crds/" + PLURALS.get(kind) + ".aotrollout.dev.yaml";
        try (var stream = Schema.class.getResourceAsStream(resource)) {
            if (stream == null) throw new IllegalStateException("the jar was built without " + resource);
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var crd = YamlReader.read(new Input(resource, text)).getFirst().tree();
            return new Schema(crd.at("/spec/versions/0/schema/openAPIV3Schema"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the API server would store: {@code tree} with the defaults of its schema. */
    JsonNode withDefaults(JsonNode tree) {
        return filled(tree.deepCopy(), root);
    }

    private static JsonNode filled(JsonNode value, JsonNode schema) {
        if (value instanceof ObjectNode object) {
            schema.path("properties").properties().forEach(entry -> {
                var given = object.get(entry.getKey());
                var preset = entry.getValue().get("default");
                if (given == null && preset != null) object.set(entry.getKey(), preset.deepCopy());
                var present = object.get(entry.getKey());
                if (present != null) filled(present, entry.getValue());
            });
            var others = schema.path("additionalProperties");
            if (others.isObject()) object.forEach(field -> filled(field, others));
        }
        if (value instanceof ArrayNode array) array.forEach(item -> filled(item, schema.path("items")));
        return value;
    }
}
