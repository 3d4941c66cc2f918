package dev.aotrollout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.aotrollout.cli.Cel.Term;
import dev.aotrollout.cli.Cel.Unsupported;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads a rule by recursive descent, loosest operator first. */
final class CelReader {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<number>\\d+(?:\\.\\d+)?)|(?<text>'[^'\\\\]*'|\"[^\"\\\\]*\")|(?<name>[A-Za-z_]\\w*)|(?<sign>&&|\\|\\||[=!<>]=|[-+!<>?:.,()\\[\\]]))");
    private static final Set<String> COMPARING = Set.of("==", "!=", "<", "<=", ">", ">=", "in");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    CelReader(String text) {
        var matcher = TOKEN.matcher(text.strip());
        while (matcher.lookingAt()) {
            tokens.add(matcher.group().strip());
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        if (matcher.regionStart() < matcher.regionEnd())
            throw new Unsupported("cannot read: " + text.strip().substring(matcher.regionStart()));
    }

    Term read() {
        var rule = choice();
        if (next < tokens.size()) throw new Unsupported("unexpected " + tokens.get(next));
        return rule;
    }

    private Term choice() {
        var condition = either();
        if (!take("?")) return condition;
        var then = choice();
        need(":");
        var otherwise = choice();
        return scope -> (CelFunctions.truth(condition.in(scope)) ? then : otherwise).in(scope);
    }

    private Term either() {
        var left = both();
        while (take("||")) {
            var one = left;
            var other = both();
            left = scope -> JSON.booleanNode(CelFunctions.truth(one.in(scope)) || CelFunctions.truth(other.in(scope)));
        }
        return left;
    }

    private Term both() {
        var left = comparison();
        while (take("&&")) {
            var one = left;
            var other = comparison();
            left = scope -> JSON.booleanNode(CelFunctions.truth(one.in(scope)) && CelFunctions.truth(other.in(scope)));
        }
        return left;
    }

    private Term comparison() {
        var left = sum();
        while (next < tokens.size() && COMPARING.contains(tokens.get(next))) {
            var sign = tokens.get(next++);
            var one = left;
            var other = sum();
            left = scope -> JSON.booleanNode(CelFunctions.compare(sign, one.in(scope), other.in(scope)));
        }
        return left;
    }

    private Term sum() {
        var left = unary();
        while (next < tokens.size() && Set.of("+", "-").contains(tokens.get(next))) {
            var plus = tokens.get(next++).equals("+");
            var one = left;
            var other = unary();
            left = scope -> CelFunctions.sum(one.in(scope), other.in(scope), plus);
        }
        return left;
    }

    private Term unary() {
        if (take("!")) {
            var denied = unary();
            return scope -> JSON.booleanNode(!CelFunctions.truth(denied.in(scope)));
        }
        if (take("-")) {
            var negated = unary();
            return scope -> CelFunctions.sum(JSON.numberNode(0), negated.in(scope), false);
        }
        return member();
    }

    private Term member() {
        var term = primary();
        while (true) {
            var of = term;
            if (take("[")) {
                var index = choice();
                need("]");
                term = scope -> CelFunctions.item(of.in(scope), index.in(scope));
            } else if (take(".")) {
                var name = name();
                term = take("(") ? method(of, name) : scope -> CelFunctions.field(of.in(scope), name);
            } else return of;
        }
    }

    private Term method(Term of, String name) {
        if (!CelFunctions.isMacro(name)) return CelFunctions.method(name, of, arguments());
        var variable = name();
        need(",");
        var body = choice();
        need(")");
        return scope -> CelFunctions.macro(name, of.in(scope), item -> body.in(scope.with(variable, item)));
    }

    private Term primary() {
        if (take("(")) {
            var inner = choice();
            need(")");
            return inner;
        }
        if (take("[")) {
            var items = list("]");
            return scope -> JSON.arrayNode()
                    .addAll(items.stream().map(item -> item.in(scope)).toList());
        }
        if (next >= tokens.size()) throw new Unsupported("the rule ends too early");
        var token = tokens.get(next);
        var first = token.charAt(0);
        if (Character.isDigit(first)) return constant(() -> JSON.numberNode(new BigDecimal(token)));
        if (first == '\'' || first == '"') return constant(() -> JSON.textNode(token.substring(1, token.length() - 1)));
        return named(name());
    }

    private Term constant(Supplier<JsonNode> of) {
        next++;
        var value = of.get();
        return scope -> value;
    }

    private Term named(String name) {
        if (name.equals("true") || name.equals("false")) {
            var value = JSON.booleanNode(name.equals("true"));
            return scope -> value;
        }
        if (!take("(")) return scope -> scope.get(name);
        if (!name.equals("has")) {
            var arguments = arguments();
            if (arguments.isEmpty()) throw new Unsupported("function " + name);
            return CelFunctions.method(name, arguments.getFirst(), arguments.subList(1, arguments.size()));
        }
        var argument = choice();
        need(")");
        return scope -> JSON.booleanNode(CelFunctions.has(argument, scope));
    }

    private List<Term> arguments() {
        return list(")");
    }

    private List<Term> list(String end) {
        var items = new ArrayList<Term>();
        if (take(end)) return items;
        do {
            items.add(choice());
        } while (take(","));
        need(end);
        return items;
    }

    private String name() {
        if (next >= tokens.size()
                || !Character.isJavaIdentifierStart(tokens.get(next).charAt(0)))
            throw new Unsupported("a name is missing");
        return tokens.get(next++);
    }

    private boolean take(String token) {
        if (next >= tokens.size() || !tokens.get(next).equals(token)) return false;
        next++;
        return true;
    }

    private void need(String token) {
        if (!take(token)) throw new Unsupported("missing " + token);
    }
}
