package dev.aotrollout.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;

/** Routes as a gateway reads them, written apart from the code that is tested. */
final class Routes {
    static final String API = "gateway.networking.k8s.io/v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Routes() {}

    static JsonNode tree(GenericKubernetesResource route) {
        return JSON.valueToTree(route);
    }

    /** Of the first rule that names {@code service}; nothing where none does. */
    static OptionalDouble aotPercent(JsonNode route, String service) {
        for (var rule : route.at("/spec/rules")) {
            var jit = weight(rule, service) + weight(rule, service + "-jit");
            var aot = weight(rule, service + "-aot");
            if (isNamed(rule, service) || isNamed(rule, service + "-jit"))
                return OptionalDouble.of(jit + aot == 0 ? 0 : 100.0 * aot / (jit + aot));
        }
        return OptionalDouble.empty();
    }

    private static boolean isNamed(JsonNode rule, String service) {
        return rule.path("backendRefs").findValuesAsText("name").contains(service);
    }

    private static long weight(JsonNode rule, String service) {
        var sum = 0L;
        for (var ref : rule.path("backendRefs"))
            if (ref.path("name").asText().equals(service))
                sum += ref.path("weight").asLong(1);
        return sum;
    }

    /** Rules that ask for the header {@code name}. */
    static long rulesWithHeader(JsonNode route, String name) {
        var count = 0;
        for (var rule : route.at("/spec/rules"))
            if (rule.path("matches").findValuesAsText("name").contains(name)) count++;
        return count;
    }

    /** The part of a route that the user wrote, but for the backends of rule {@code index}. */
    static JsonNode withoutBackends(JsonNode route, int index) {
        ObjectNode copy = JSON.createObjectNode();
        copy.set("spec", route.path("spec").deepCopy());
        copy.set("annotations", route.at("/metadata/annotations").deepCopy());
        copy.set("labels", route.at("/metadata/labels").deepCopy());
        ((ObjectNode) copy.at("/spec/rules/" + index)).remove("backendRefs");
        return copy;
    }

    static String accepted(JsonNode parents, long generation) {
        var status = JSON.createObjectNode();
        var reports = status.putObject("status").putArray("parents");
        for (var parent : parents) {
            var report = reports.addObject();
            report.set("parentRef", parent);
            report.put("controllerName", "example.com/fake");
            var conditions = report.putArray("conditions");
            for (var type : new String[] {"Accepted", "ResolvedRefs"})
                conditions
                        .addObject()
                        .put("type", type)
                        .put("status", "True")
                        .put("reason", type)
                        .put("message", "")
                        .put("observedGeneration", generation)
                        .put(
                                "lastTransitionTime",
                                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return status.toString();
    }
}
