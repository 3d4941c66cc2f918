package dev.aotrollout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aotrollout.terminal.Unreadable;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML as kubectl reads it (version 1.1: {@code off} is false), with the place of everything. */
final class YamlReader {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    private final Map<String, Position> positions = new HashMap<>();
    private final List<String> repeated = new ArrayList<>();

    private YamlReader() {}

    /** All documents that say something; a {@code List} is its items. */
    static List<Document> read(Input input) {
        try {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            var roots = yaml.composeAll(new StringReader(input.text()));
            return StreamSupport.stream(roots.spliterator(), false)
                    .filter(root -> !root.getTag().equals(Tag.NULL))
                    .flatMap(root -> documents(input, root))
                    .toList();
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new Unreadable("%s:%s:%s: not YAML: %s"
                    .formatted(input.name(), mark.getLine() + 1, mark.getColumn() + 1, e.getProblem()));
        } catch (YAMLException e) {
            throw new Unreadable(input.name() + ": not YAML: " + e.getMessage());
        }
    }

    private static Stream<Document> documents(Input input, Node root) {
        var items = items(root);
        if (items != null) return items.getValue().stream().flatMap(item -> documents(input, item));
        var reader = new YamlReader();
        reader.positions.put("", position(root));
        var tree = reader.value(root, "");
        return Stream.of(new Document(input.name(), tree, Map.copyOf(reader.positions), List.copyOf(reader.repeated)));
    }

    /** The items of a {@code kind: List}, as {@code kubectl get -o yaml} prints several objects. */
    private static @Nullable SequenceNode items(Node root) {
        if (!(root instanceof MappingNode mapping)) return null;
        var isList = mapping.getValue().stream().anyMatch(entry -> is(entry, "kind", "List"));
        return mapping.getValue().stream()
                .filter(entry -> isList && is(entry.getKeyNode(), "items"))
                .map(NodeTuple::getValueNode)
                .filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static boolean is(NodeTuple entry, String key, String value) {
        return is(entry.getKeyNode(), key) && is(entry.getValueNode(), value);
    }

    private static boolean is(Node node, String text) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(text);
    }

    private JsonNode value(Node node, String path) {
        return switch (node) {
            case MappingNode mapping -> object(mapping, path);
            case SequenceNode sequence -> {
                var array = JSON.arrayNode();
                for (var item : sequence.getValue()) {
                    var at = path + "[" + array.size() + "]";
                    positions.put(at, position(item));
                    array.add(value(item, at));
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> JSON.nullNode();
        };
    }

    /** Own fields come before merged ones. */
    private ObjectNode object(MappingNode mapping, String path) {
        var object = JSON.objectNode();
        mapping.getValue().stream()
                .sorted(Comparator.comparing(YamlReader::isMerge))
                .forEach(entry -> {
                    if (isMerge(entry)) merge(object, entry.getValueNode(), path);
                    else field(object, entry, path);
                });
        return object;
    }

    private static boolean isMerge(NodeTuple entry) {
        return entry.getKeyNode().getTag().equals(Tag.MERGE);
    }

    private void field(ObjectNode object, NodeTuple entry, String path) {
        var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        var at = path.isEmpty() ? key : path + "." + key;
        if (object.has(key)) repeated.add(at);
        positions.put(at, position(entry.getKeyNode()));
        object.set(key, value(entry.getValueNode(), at));
    }

    private void merge(ObjectNode object, Node value, String path) {
        if (value instanceof SequenceNode many) many.getValue().forEach(one -> merge(object, one, path));
        if (!(value instanceof MappingNode mapping)) return;
        var merged = object(mapping, path);
        merged.properties().forEach(field -> {
            if (!object.has(field.getKey())) object.set(field.getKey(), field.getValue());
        });
    }

    private static JsonNode scalar(ScalarNode scalar) {
        var text = scalar.getValue();
        var tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) return JSON.nullNode();
        if (tag.equals(Tag.BOOL)) return JSON.booleanNode(TRUE.contains(text.toLowerCase(Locale.ROOT)));
        try {
            if (tag.equals(Tag.INT)) return whole(new BigInteger(text.replace("_", "")));
            if (tag.equals(Tag.FLOAT)) return JSON.numberNode(new BigDecimal(text.replace("_", "")));
        } catch (NumberFormatException e) {
            return JSON.textNode(text);
        }
        return JSON.textNode(text);
    }

    private static JsonNode whole(BigInteger number) {
        return number.bitLength() < Long.SIZE ? JSON.numberNode(number.longValue()) : JSON.numberNode(number);
    }

    private static Position position(Node node) {
        var mark = node.getStartMark();
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
