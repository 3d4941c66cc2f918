package dev.aotrollout.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What of RFC 6902 our patches use, applied as an API server does: all or nothing, and only where every test holds. */
final class JsonPatch {
    private JsonPatch() {}

    static JsonNode apply(ArrayNode patch, JsonNode document) {
        var result = document.deepCopy();
        for (var operation : patch) {
            apply(operation, result);
        }
        return result;
    }

    private static void apply(JsonNode operation, JsonNode document) {
        var path = operation.path("path").asText();
        var parent = document.at(path.substring(0, path.lastIndexOf('/')));
        var key = path.substring(path.lastIndexOf('/') + 1);
        var value = operation.path("value").deepCopy();
        switch (operation.path("op").asText()) {
            case "test" -> {
                if (!document.at(path).equals(value)) {
                    throw new IllegalStateException(
                            "test failed at %s: %s is not %s".formatted(path, document.at(path), value));
                }
            }
            case "add" -> ((ArrayNode) parent).add(require(key.equals("-"), operation, value));
            case "remove" -> ((ArrayNode) parent).remove(index(key, parent, operation));
            case "replace" -> replace(parent, key, value, operation);
            default -> throw new IllegalStateException("unexpected operation " + operation);
        }
    }

    private static void replace(JsonNode parent, String key, JsonNode value, JsonNode operation) {
        if (parent instanceof ArrayNode array) {
            array.set(index(key, parent, operation), value);
        } else {
            ((ObjectNode) parent).set(key, require(parent.has(key), operation, value));
        }
    }

    private static int index(String key, JsonNode parent, JsonNode operation) {
        var index = Integer.parseInt(key);
        return require(index < parent.size(), operation, index);
    }

    private static <T> T require(boolean valid, JsonNode operation, T value) {
        if (!valid) {
            throw new IllegalStateException("cannot be applied: " + operation);
        }
        return value;
    }
}
