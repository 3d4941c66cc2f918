package dev.aotrollout.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;

/**
 * Whether the gateways took a route as it is now.
 *
 * @param message which one did not and why; empty where all did
 */
record Acceptance(String message) {

    boolean isGiven() {
        return message.isEmpty();
    }

    static Acceptance of(String kind, JsonNode route) {
        var parents = route.path("spec").path("parentRefs");
        if (parents.isEmpty()) {
            return new Acceptance("%s has no parentRefs: add the Gateway that serves it".formatted(name(kind, route)));
        }
        for (var parent : parents) {
            var why = whyNot(kind, route, parent);
            if (!why.isEmpty()) {
                return new Acceptance(why);
            }
        }
        return new Acceptance("");
    }

    static String name(String kind, JsonNode route) {
        return "%s %s/%s"
                .formatted(
                        kind,
                        RouteRules.namespace(route),
                        route.path("metadata").path("name").asText());
    }

    /** One report that is fine is enough: a controller that is gone leaves its report behind for ever. */
    private static String whyNot(String kind, JsonNode route, JsonNode parent) {
        var namespace = RouteRules.namespace(route);
        var reasons = new ArrayList<String>();
        for (var report : route.path("status").path("parents")) {
            if (identity(report.path("parentRef"), namespace).equals(identity(parent, namespace))) {
                reasons.add(whyNot(report, generation(route.path("metadata"), "generation")));
            }
        }
        if (reasons.contains("")) {
            return "";
        }
        var reason = reasons.isEmpty() ? "has not reported on it yet" : reasons.getFirst();
        return "%s of %s %s".formatted(label(parent, namespace), name(kind, route), reason);
    }

    private static String whyNot(JsonNode report, long generation) {
        var accepted = condition(report, "Accepted");
        var seen = generation(accepted, "observedGeneration");
        if (accepted.isMissingNode()) {
            return "reports no condition Accepted";
        }
        if (seen < generation) {
            return "has not looked at generation %d yet, only at %d".formatted(generation, seen);
        }
        if (!accepted.path("status").asText().equals("True")) {
            return told(accepted);
        }
        var resolved = condition(report, "ResolvedRefs");
        var isCurrent = generation(resolved, "observedGeneration") >= generation;
        return isCurrent && resolved.path("status").asText().equals("False") ? told(resolved) : "";
    }

    private static String told(JsonNode condition) {
        return "reports %s=%s: %s: %s"
                .formatted(
                        condition.path("type").asText(),
                        condition.path("status").asText(),
                        condition.path("reason").asText(),
                        condition.path("message").asText());
    }

    private static JsonNode condition(JsonNode report, String type) {
        for (var condition : report.path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition;
            }
        }
        return report.path("no such condition");
    }

    private static long generation(JsonNode node, String field) {
        return node.path(field).asLong(0);
    }

    /** All that tells one parent from another, with what the API server would have filled in. */
    private static String identity(JsonNode ref, String namespace) {
        return String.join(
                "/",
                ref.path("group").asText("gateway.networking.k8s.io"),
                ref.path("kind").asText("Gateway"),
                ref.path("namespace").asText(namespace),
                ref.path("name").asText(),
                ref.path("sectionName").asText(""),
                ref.path("port").asText(""));
    }

    private static String label(JsonNode ref, String namespace) {
        return "%s %s/%s"
                .formatted(
                        ref.path("kind").asText("Gateway"),
                        ref.path("namespace").asText(namespace),
                        ref.path("name").asText());
    }
}
