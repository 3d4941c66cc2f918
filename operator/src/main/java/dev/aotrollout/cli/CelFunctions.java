package dev.aotrollout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.aotrollout.cli.Cel.Scope;
import dev.aotrollout.cli.Cel.Term;
import dev.aotrollout.cli.Cel.Unsupported;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What operators and functions of a rule do. */
final class CelFunctions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> MACROS = Set.of("all", "exists", "exists_one", "filter", "map");

    private CelFunctions() {}

    static boolean truth(JsonNode value) {
        if (!value.isBoolean()) throw new Unsupported("not true or false: " + value);
        return value.booleanValue();
    }

    static JsonNode field(JsonNode of, String name) {
        var value = of.get(name);
        if (value == null) throw new Unsupported("no field " + name);
        return value;
    }

    /** {@code has(a.b)}: the last field may be missing, nothing before it. */
    static boolean has(Term argument, Scope scope) {
        try {
            return !argument.in(scope).isNull();
        } catch (Unsupported e) {
            return false;
        }
    }

    static JsonNode item(JsonNode of, JsonNode index) {
        var value = of.isArray() ? of.get(index.intValue()) : of.get(index.asText());
        if (value == null) throw new Unsupported("no item " + index);
        return value;
    }

    static boolean compare(String sign, JsonNode one, JsonNode other) {
        return switch (sign) {
            case "==" -> same(one, other);
            case "!=" -> !same(one, other);
            case "in" -> other.isArray() ? items(other).anyMatch(item -> same(item, one)) : other.has(one.asText());
            case "<" -> order(one, other) < 0;
            case "<=" -> order(one, other) <= 0;
            case ">" -> order(one, other) > 0;
            default -> order(one, other) >= 0;
        };
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return (one.isNumber() && other.isNumber()) ? order(one, other) == 0 : one.equals(other);
    }

    private static int order(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) return one.decimalValue().compareTo(other.decimalValue());
        if (one.isTextual() && other.isTextual()) return one.textValue().compareTo(other.textValue());
        throw new Unsupported("cannot compare " + one + " with " + other);
    }

    static JsonNode sum(JsonNode one, JsonNode other, boolean plus) {
        if (plus && one.isTextual() && other.isTextual()) return JSON.textNode(one.textValue() + other.textValue());
        if (!one.isNumber() || !other.isNumber()) throw new Unsupported("cannot add " + one + " and " + other);
        var right = other.decimalValue();
        return JSON.numberNode(one.decimalValue().add(plus ? right : right.negate()));
    }

    static boolean isMacro(String name) {
        return MACROS.contains(name);
    }

    /** Over the items of a list or the keys of an object. */
    static JsonNode macro(String name, JsonNode of, UnaryOperator<JsonNode> body) {
        var items =
                of.isObject() ? of.propertyStream().map(field -> (JsonNode) JSON.textNode(field.getKey())) : items(of);
        return switch (name) {
            case "all" -> JSON.booleanNode(items.allMatch(item -> truth(body.apply(item))));
            case "exists" -> JSON.booleanNode(items.anyMatch(item -> truth(body.apply(item))));
            case "exists_one" ->
                JSON.booleanNode(items.filter(item -> truth(body.apply(item))).count() == 1);
            case "filter" ->
                JSON.arrayNode()
                        .addAll(items.filter(item -> truth(body.apply(item))).toList());
            default -> JSON.arrayNode().addAll(items.map(body).toList());
        };
    }

    static Term method(String name, Term of, List<Term> arguments) {
        return switch (name) {
            case "size" -> expecting(0, name, arguments, scope -> JSON.numberNode(size(of.in(scope))));
            case "indexOf" -> two(name, of, arguments, (list, item) -> JSON.numberNode(index(list, item)));
            case "startsWith" -> texts(name, of, arguments, String::startsWith);
            case "endsWith" -> texts(name, of, arguments, String::endsWith);
            case "contains" -> texts(name, of, arguments, String::contains);
            case "matches" ->
                texts(
                        name,
                        of,
                        arguments,
                        (text, pattern) ->
                                Pattern.compile(pattern).matcher(text).find());
            default -> throw new Unsupported("function " + name);
        };
    }

    private static Term expecting(int count, String name, List<Term> arguments, Term term) {
        if (arguments.size() != count) throw new Unsupported(name + " with " + arguments.size() + " arguments");
        return term;
    }

    private static Term two(
            String name, Term of, List<Term> arguments, BiFunction<JsonNode, JsonNode, JsonNode> function) {
        return expecting(
                1,
                name,
                arguments,
                scope -> function.apply(of.in(scope), arguments.getFirst().in(scope)));
    }

    private static Term texts(String name, Term of, List<Term> arguments, BiFunction<String, String, Boolean> test) {
        return two(name, of, arguments, (one, other) -> {
            if (!one.isTextual() || !other.isTextual()) throw new Unsupported(name + " of something that is no text");
            return JSON.booleanNode(test.apply(one.textValue(), other.textValue()));
        });
    }

    private static int size(JsonNode of) {
        if (of.isTextual())
            return of.textValue().codePointCount(0, of.textValue().length());
        if (!of.isContainerNode()) throw new Unsupported("size of " + of);
        return of.size();
    }

    private static int index(JsonNode list, JsonNode item) {
        if (!list.isArray()) throw new Unsupported("not a list: " + list);
        for (var i = 0; i < list.size(); i++) if (same(list.get(i), item)) return i;
        return -1;
    }

    private static Stream<JsonNode> items(JsonNode list) {
        if (!list.isArray()) throw new Unsupported("not a list: " + list);
        return StreamSupport.stream(list.spliterator(), false);
    }
}
