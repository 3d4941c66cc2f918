package dev.aotrollout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The schema of one of our kinds: that of the CRD, the one that a cluster gets too. It is packed as JSON: a command that just started
 * would take some 80 ms to read the same as YAML.
 */
record Schema(JsonNode root) {
    private static final String ROLLOUT = "AOTRollout";

    private static final List<String> KINDS = List.of(
            "AOTApproval",
            "AOTCandidateRubric",
            "AOTEvidencePack",
            "AOTException",
            "AOTLibraryPolicy",
            ROLLOUT,
            "AOTWavePlan");

    /** Of an AOTRollout. */
    static Schema packed() {
        return packed(ROLLOUT);
    }

    /** Whether {@code kind} is one of ours. */
    static boolean knows(String kind) {
        return KINDS.contains(kind);
    }

    /** All our kinds, sorted. */
    static List<String> kinds() {
        return KINDS;
    }

    /** Of {@code kind}, which must be one of ours. */
    static Schema packed(String kind) {
        var resource = "/schemas/" + kind + ".json";
        try (var stream = Schema.class.getResourceAsStream(resource)) {
            if (stream == null) throw new IllegalStateException("the jar was built without " + resource);
            return new Schema(new JsonMapper().readTree(stream));
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
