package dev.aotrollout.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The rules of a route, sorted into those that we weight and those that we appended for the test header. All others are none of our business.
 */
record RouteRules(JsonNode route, List<WeightedRule> weighted, List<HeaderRule> ours) {

    /** A rule that we appended, or would append, for the test header. */
    record HeaderRule(int index, JsonNode rule) {}

    RouteRules {
        weighted = List.copyOf(weighted);
        ours = List.copyOf(ours);
    }

    /** @param headers that test header rules of ours may carry: today's, and those of an earlier configuration */
    static RouteRules of(JsonNode route, RouteTarget target, Collection<TestHeader> headers) {
        var namespace = namespace(route);
        var weighted = new ArrayList<WeightedRule>();
        var ours = new ArrayList<HeaderRule>();
        var index = 0;
        for (var rule : route.path("spec").path("rules")) {
            var backends = backends(rule, namespace, target);
            if (isOurs(rule, backends, headers)) {
                ours.add(new HeaderRule(index, rule));
            } else if (backends.jit() >= 0 && backends.pair() > 0) {
                // A pair without any weight was switched off by the user.
                weighted.add(new WeightedRule(index, rule, backends, Json.digest(rule.path("matches"))));
            }
            index++;
        }
        return new RouteRules(route, weighted, ours);
    }

    static String namespace(JsonNode route) {
        return route.path("metadata").path("namespace").asText("");
    }

    static Backends backends(JsonNode rule, String namespace, RouteTarget target) {
        var refs = new ArrayList<Backend>();
        for (var ref : rule.path("backendRefs")) {
            refs.add(Backend.of(ref, namespace));
        }
        return new Backends(refs, target);
    }

    /** By what it does, not by a name: names are optional, and what is not found again is added twice. */
    private static boolean isOurs(JsonNode rule, Backends backends, Collection<TestHeader> headers) {
        return backends.hasAot()
                && backends.count(Backend.Role.AOT) == backends.refs().size()
                && headers.stream().anyMatch(header -> isInAll(rule.path("matches"), header));
    }

    private static boolean isInAll(JsonNode matches, TestHeader header) {
        for (var match : matches) {
            if (!header.isIn(match)) {
                return false;
            }
        }
        return !matches.isEmpty();
    }
}
