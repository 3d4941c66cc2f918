package dev.aotrollout.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Comparator;

/** JSON trees: compared by what they mean, written with sorted keys. */
final class Json {
    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    /** A number is the same whether it was read as int or as long. */
    private static final Comparator<JsonNode> SCALARS =
            (a, b) -> a.isNumber() && b.isNumber() ? a.asText().compareTo(b.asText()) : a.equals(b) ? 0 : 1;

    private Json() {}

    static boolean same(JsonNode a, JsonNode b) {
        return a.equals(SCALARS, b);
    }

    static JsonNode read(String text) throws JsonProcessingException {
        return CANONICAL.readTree(text);
    }

    static String canonical(JsonNode node) {
        try {
            return CANONICAL.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written", e);
        }
    }

    /** A few characters that stand for the tree. */
    static String digest(JsonNode node) {
        return node.isMissingNode() ? "" : Integer.toHexString(canonical(node).hashCode());
    }
}
