package dev.aotrollout.examples.demo.cluster;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads from an HTTPRoute which percentage it asks for the AOT track. */
final class RouteWeights {
    private RouteWeights() {}

    /** The largest of all rules but those that only requests with a certain header meet. */
    static int aotPercent(JsonNode route, String aotService) {
        var largest = 0;
        for (var rule : route.path("spec").path("rules")) {
            if (!asksForHeader(rule)) {
                largest = Math.max(largest, percent(rule, aotService));
            }
        }
        return largest;
    }

    private static boolean asksForHeader(JsonNode rule) {
        var matches = rule.path("matches");
        for (var match : matches) {
            if (match.path("headers").isEmpty()) {
                return false;
            }
        }
        return !matches.isEmpty();
    }

    private static int percent(JsonNode rule, String aotService) {
        var all = 0;
        var aot = 0;
        for (var ref : rule.path("backendRefs")) {
            var weight = ref.path("weight").asInt(1);
            all += weight;
            aot += ref.path("name").asText("").equals(aotService) ? weight : 0;
        }
        return all == 0 ? 0 : Math.round(100f * aot / all);
    }
}
