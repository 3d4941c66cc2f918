package dev.aotrollout.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aotrollout.traffic.RouteRules.HeaderRule;
import java.util.ArrayList;
import java.util.List;

/** A JSON Patch (RFC 6902) of a route's rules. Each change tests first what it replaces, so that it fails where somebody else was faster. */
final class RoutePatch {
    private static final String RULES = "/spec/rules";

    private final JsonNode route;
    private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();

    RoutePatch(JsonNode route) {
        this.route = route;
    }

    ArrayNode operations() {
        return operations;
    }

    void refs(WeightedRule rule, ArrayNode wanted) {
        if (!Json.same(rule.refs(), wanted)) {
            replace("%s/%d/backendRefs".formatted(RULES, rule.index()), rule.refs(), wanted);
        }
    }

    /** Turns our rules into {@code wanted} ones with as few changes as it takes. The order of ours does not matter. */
    void headerRules(List<HeaderRule> ours, List<JsonNode> wanted) {
        var missing = new ArrayList<>(wanted);
        var spare = new ArrayList<HeaderRule>();
        for (var rule : ours) {
            var same = missing.stream().filter(it -> Json.same(it, rule.rule())).findFirst();
            if (same.isPresent()) {
                missing.remove(same.get());
            } else {
                spare.add(rule);
            }
        }
        var renewed = Math.min(missing.size(), spare.size());
        for (var i = 0; i < renewed; i++) {
            replace(path(spare.get(i)), spare.get(i).rule(), missing.get(i));
        }
        // From the last one, so that no index moves under the next.
        for (var rule : spare.subList(renewed, spare.size()).reversed()) {
            test(path(rule), rule.rule());
            operation("remove", path(rule));
        }
        append(missing.subList(renewed, missing.size()));
    }

    /** A stale view of the route must not append twice, so all rules are tested before anything is appended. */
    private void append(List<JsonNode> rules) {
        if (rules.isEmpty()) {
            return;
        }
        operations
                .insertObject(0)
                .put("op", "test")
                .put("path", RULES)
                .set("value", route.at(RULES).deepCopy());
        for (var rule : rules) {
            operation("add", RULES + "/-").set("value", rule);
        }
    }

    private static String path(HeaderRule rule) {
        return "%s/%d".formatted(RULES, rule.index());
    }

    private void replace(String path, JsonNode live, JsonNode wanted) {
        test(path, live);
        operation("replace", path).set("value", wanted);
    }

    private void test(String path, JsonNode live) {
        operation("test", path).set("value", live.deepCopy());
    }

    private ObjectNode operation(String op, String path) {
        return operations.addObject().put("op", op).put("path", path);
    }
}
