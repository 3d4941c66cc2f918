package dev.aotrollout.traffic;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One entry of a rule's backendRefs, as far as weights are concerned.
 *
 * @param id {@code name:port} for a Service of the route's namespace, with group, kind and namespace before it for all else
 * @param written the weight as it stands there; empty where absent, which counts as 1
 */
record Backend(String id, String written) {

    /** What a backend is to the rollout. */
    enum Role {
        JIT,
        AOT,
        OTHER
    }

    static Backend of(JsonNode ref, String namespace) {
        var place =
                "%s:%s".formatted(ref.path("name").asText(), ref.path("port").asText(""));
        var foreign = foreignNamespace(ref, namespace);
        var id = isCoreService(ref) && foreign.isEmpty()
                ? place
                : "%s/%s/%s/%s"
                        .formatted(
                                ref.path("group").asText(""), ref.path("kind").asText("Service"), foreign, place);
        return new Backend(id, ref.path("weight").asText(""));
    }

    static boolean isCoreService(JsonNode ref) {
        return ref.path("group").asText("").isEmpty()
                && ref.path("kind").asText("Service").equals("Service");
    }

    /** The namespace of a ref that leaves the route's own; empty for one that stays. */
    static String foreignNamespace(JsonNode ref, String namespace) {
        var of = ref.path("namespace").asText("");
        return of.equals(namespace) ? "" : of;
    }

    Role role(RouteTarget target) {
        var name = id.substring(0, id.lastIndexOf(':'));
        if (name.equals(target.service()) || name.equals(target.jitService())) {
            return Role.JIT;
        }
        return name.equals(target.aotService()) ? Role.AOT : Role.OTHER;
    }

    long weight() {
        return written.isEmpty() ? 1 : Long.parseLong(written);
    }

    Backend weighing(long weight) {
        return new Backend(id, Long.toString(weight));
    }

    Backend named(String name) {
        return new Backend(name + id.substring(id.lastIndexOf(':')), written);
    }
}
