package dev.aotrollout.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aotrollout.traffic.Captured.Original;
import java.util.ArrayList;
import java.util.List;

/** The rules by which requests with the test header reach AOT whatever the weight is: gateways prefer the rule with more header matches. */
final class HeaderRules {
    private HeaderRules() {}

    /** One for each weighted rule. */
    static List<JsonNode> wanted(RouteRules rules, List<Original> originals, TestHeader header) {
        var wanted = new ArrayList<JsonNode>();
        for (var i = 0; i < originals.size(); i++) {
            var rule = rules.weighted().get(i);
            var matches = matches(rule.rule(), header, isHttp(rules.route()));
            if (!matches.isEmpty()) {
                wanted.add(copy(rule, originals.get(i).backends(), matches));
            }
        }
        return wanted;
    }

    private static ObjectNode copy(WeightedRule rule, Backends original, ArrayNode matches) {
        ObjectNode copy = rule.rule().deepCopy();
        copy.remove("name"); // unique within a route
        copy.set("matches", matches);
        copy.putArray("backendRefs").add(rule.aotRef(original).put("weight", 1));
        return copy;
    }

    private static ArrayNode matches(JsonNode rule, TestHeader header, boolean http) {
        var matches = JsonNodeFactory.instance.arrayNode();
        for (var match : rule.path("matches")) {
            // A match that asks for another value of this header can never see ours.
            if (!header.isNamedIn(match)) {
                matches.add(adding(header, match.deepCopy(), http));
            }
        }
        if (rule.path("matches").isEmpty()) {
            matches.add(adding(header, JsonNodeFactory.instance.objectNode(), http));
        }
        return matches;
    }

    private static ObjectNode adding(TestHeader header, ObjectNode match, boolean http) {
        if (http && !match.has("path")) {
            // The API server would add these, and the rule would then look like one that somebody edited.
            match.putObject("path").put("type", "PathPrefix").put("value", "/");
        }
        match.withArray("headers")
                .addObject()
                .put("type", "Exact")
                .put("name", header.name())
                .put("value", header.value());
        return match;
    }

    static boolean isHttp(JsonNode route) {
        return route.path("kind").asText().equals("HTTPRoute");
    }
}
