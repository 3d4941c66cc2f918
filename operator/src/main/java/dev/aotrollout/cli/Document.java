package dev.aotrollout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One document of a YAML file.
 *
 * @param source file that it is in
 * @param tree what it says
 * @param positions where each field and item stands, by paths such as {@code spec.steps[0].weight}; the root has the empty path
 * @param repeated paths of fields that are written more than once
 */
record Document(String source, JsonNode tree, Map<String, Position> positions, List<String> repeated) {
    private static final Position START = new Position(1, 1);

    /** Where {@code path} stands, or the nearest field around it that was written. */
    Position at(String path) {
        var known = positions.get(path);
        if (known != null) return known;
        return path.isEmpty() ? START : at(parent(path));
    }

    boolean has(String path) {
        return positions.containsKey(path);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    String kind() {
        return tree.path("kind").asText();
    }

    String apiVersion() {
        return tree.path("apiVersion").asText();
    }

    /** {@code AOTRollout shop/checkout}, as much of it as is known. */
    String label() {
        var name = tree.path("metadata").path("name").asText();
        var namespace = tree.path("metadata").path("namespace").asText();
        var full = namespace.isEmpty() ? name : namespace + "/" + name;
        return (kind().isEmpty() ? "a document without kind" : kind()) + (full.isEmpty() ? "" : " " + full);
    }
}
