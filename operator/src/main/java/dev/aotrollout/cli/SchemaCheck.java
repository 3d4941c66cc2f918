package dev.aotrollout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.terminal.Spelling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the API server would refuse or drop, with the place in the file. */
final class SchemaCheck {
    private static final Set<String> EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");

    private final Document document;
    private final List<Remark> remarks = new ArrayList<>();

    private SchemaCheck(Document document) {
        this.document = document;
    }

    static List<Remark> check(Document document, Schema schema) {
        var check = new SchemaCheck(document);
        document.repeated()
                .forEach(path ->
                        check.error(path, "duplicate-field", "%s is written twice; keep one".formatted(last(path))));
        check.value(document.tree(), schema.root(), "");
        check.rules(schema.withDefaults(document.tree()), schema.root(), "");
        return check.remarks;
    }

    private void value(JsonNode value, JsonNode schema, String path) {
        if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
            if (!value.isTextual() && !value.isIntegralNumber()) wrongType(value, "a number or a text", path);
            return;
        }
        switch (schema.path("type").asText()) {
            case "object" -> object(value, schema, path);
            case "array" -> array(value, schema, path);
            case "string" -> text(value, schema, path);
            case "boolean" -> {
                if (!value.isBoolean()) wrongType(value, "true or false", path);
            }
            case "integer", "number" -> number(value, schema, path);
            default -> {}
        }
    }

    private void object(JsonNode value, JsonNode schema, String path) {
        if (!value.isObject()) {
            wrongType(value, "fields", path);
            return;
        }
        for (var required : schema.path("required"))
            if (value.path(required.asText()).isMissingNode())
                error(
                        path,
                        "missing-field",
                        "%s is missing%s"
                                .formatted(child(path, required.asText()), meaning(schema, required.asText())));
        var known = schema.path("properties");
        var others = schema.path("additionalProperties");
        for (var field : value.properties()) {
            var at = child(path, field.getKey());
            if (known.has(field.getKey())) {
                if (!field.getValue().isNull()) value(field.getValue(), known.get(field.getKey()), at);
            } else if (others.isObject()) value(field.getValue(), others, at);
            else if (!known.isEmpty() && !(path.isEmpty() && EVERY_OBJECT.contains(field.getKey()))) unknown(at, known);
        }
    }

    private static String meaning(JsonNode schema, String field) {
        var meaning = schema.path("properties").path(field).path("description").asText();
        return meaning.isEmpty() ? "" : ": " + meaning;
    }

    private void unknown(String path, JsonNode known) {
        var names = new TreeSet<String>();
        known.fieldNames().forEachRemaining(names::add);
        error(
                path,
                "unknown-field",
                "unknown field %s: the API server drops it; %s"
                        .formatted(last(path), Spelling.hint(last(path), names)));
    }

    private void array(JsonNode value, JsonNode schema, String path) {
        if (!value.isArray()) {
            wrongType(value, "a list", path);
            return;
        }
        atLeast(value.size(), schema, "minItems", path, "%s items");
        atMost(value.size(), schema, "maxItems", path, "%s items");
        for (var i = 0; i < value.size(); i++) value(value.get(i), schema.path("items"), path + "[" + i + "]");
        if (schema.path("x-kubernetes-list-type").asText().equals("map")) unique(value, schema, path);
    }

    private void unique(JsonNode list, JsonNode schema, String path) {
        var seen = new HashSet<String>();
        for (var i = 0; i < list.size(); i++) {
            var item = list.get(i);
            var key = StreamSupport.stream(
                            schema.path("x-kubernetes-list-map-keys").spliterator(), false)
                    .map(name -> name.asText() + " " + item.path(name.asText()).asText())
                    .collect(Collectors.joining(", "));
            if (!seen.add(key)) error(path + "[" + i + "]", "duplicate-item", key + " is in the list twice; keep one");
        }
    }

    private void text(JsonNode value, JsonNode schema, String path) {
        if (!value.isTextual()) {
            wrongType(value, "a text; put it in quotes", path);
            return;
        }
        var text = value.textValue();
        var allowed = new ArrayList<String>();
        schema.path("enum").forEach(one -> allowed.add(one.asText()));
        if (!allowed.isEmpty() && !allowed.contains(text))
            error(
                    path,
                    "not-allowed",
                    "%s: %s is not allowed; %s".formatted(last(path), quoted(text), Spelling.hint(text, allowed)));
        var length = text.codePointCount(0, text.length());
        atLeast(length, schema, "minLength", path, "%s characters");
        atMost(length, schema, "maxLength", path, "%s characters");
        var pattern = schema.path("pattern").asText();
        if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find())
            error(path, "not-allowed", "%s: %s does not match %s".formatted(last(path), quoted(text), pattern));
    }

    private void number(JsonNode value, JsonNode schema, String path) {
        var whole = schema.path("type").asText().equals("integer");
        if (!value.isNumber()
                || (whole && value.decimalValue().stripTrailingZeros().scale() > 0)) {
            wrongType(value, whole ? "a whole number" : "a number", path);
            return;
        }
        var number = value.decimalValue();
        if (schema.path("exclusiveMinimum").asBoolean()
                && number.compareTo(schema.get("minimum").decimalValue()) == 0)
            range(path, number, "must be above " + plain(schema.get("minimum")));
        else if (schema.has("minimum") && number.compareTo(schema.get("minimum").decimalValue()) < 0)
            range(path, number, "must be at least " + plain(schema.get("minimum")));
        if (schema.path("exclusiveMaximum").asBoolean()
                && number.compareTo(schema.get("maximum").decimalValue()) == 0)
            range(path, number, "must be below " + plain(schema.get("maximum")));
        else if (schema.has("maximum") && number.compareTo(schema.get("maximum").decimalValue()) > 0)
            range(path, number, "must be at most " + plain(schema.get("maximum")));
    }

    private void range(String path, BigDecimal number, String limit) {
        error(path, "out-of-range", "%s %s %s".formatted(last(path), number.toPlainString(), limit));
    }

    private void atLeast(int size, JsonNode schema, String limit, String path, String unit) {
        if (!schema.has(limit) || size >= schema.get(limit).intValue()) return;
        error(path, "out-of-range", "%s needs at least %s".formatted(last(path), unit.formatted(schema.get(limit))));
    }

    private void atMost(int size, JsonNode schema, String limit, String path, String unit) {
        if (!schema.has(limit) || size <= schema.get(limit).intValue()) return;
        var has = unit.formatted(size);
        error(path, "out-of-range", "%s has %s, at most %s".formatted(last(path), has, schema.get(limit)));
    }

    /** Rules stand on the object that they speak of; one whose fields are wrong already is left alone. */
    private void rules(JsonNode value, JsonNode schema, String path) {
        for (var rule : schema.path("x-kubernetes-validations")) {
            var text = rule.path("rule").asText();
            if (text.contains("oldSelf")) continue; // asked of changes only
            var message = rule.path("message").asText();
            var at = subject(path, message);
            try {
                if (!Cel.of(text).holdsFor(value)) error(at, "schema-rule", message);
            } catch (Cel.Unsupported e) {
                if (remarks.isEmpty())
                    error(at, "schema-rule", "cannot be checked offline (%s): %s".formatted(e.getMessage(), message));
            }
        }
        if (value.isObject())
            for (var field : value.properties()) {
                var next = schema.path("properties").has(field.getKey())
                        ? schema.path("properties").get(field.getKey())
                        : schema.path("additionalProperties");
                rules(field.getValue(), next, child(path, field.getKey()));
            }
        if (value.isArray())
            for (var i = 0; i < value.size(); i++) rules(value.get(i), schema.path("items"), path + "[" + i + "]");
    }

    /** Our messages begin with the field that they speak of. */
    private String subject(String path, String message) {
        var field = child(path, message.substring(0, Math.max(0, message.indexOf(':'))));
        return document.has(field) ? field : path;
    }

    private void wrongType(JsonNode value, String wanted, String path) {
        error(
                path,
                "wrong-type",
                "%s must be %s, not %s".formatted(path.isEmpty() ? "the document" : last(path), wanted, kind(value)));
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "fields";
            case ARRAY -> "a list";
            case STRING -> "the text " + quoted(value.textValue());
            case NULL -> "empty";
            default -> value.asText();
        };
    }

    private void error(String path, String rule, String message) {
        remarks.add(Remark.of(document, path, Severity.ERROR, rule, message));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
