package dev.aotrollout.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A rule of the user's that sends traffic to the JIT track, and that we may therefore weight.
 *
 * @param index in spec.rules
 * @param identity by which it is found again after a reorder: a digest of its matches
 */
record WeightedRule(int index, JsonNode rule, Backends backends, String identity) {

    JsonNode refs() {
        return rule.path("backendRefs");
    }

    /** The rule's backendRefs with other weights; all else of each ref stays. */
    ArrayNode refs(Backends wanted, Backends original) {
        var refs = JsonNodeFactory.instance.arrayNode();
        var next = 0;
        for (var i = 0; i < wanted.refs().size(); i++) {
            var weight = wanted.refs().get(i).written();
            if (i == wanted.aot() && !original.hasAot()) {
                refs.add(weighing(aotRef(original), weight));
            } else {
                // A ref to AOT that is ours is made anew from the JIT ref, so that it follows edits of that one.
                next = next == backends.aot() && !original.hasAot() ? next + 1 : next;
                refs.add(weighing(refs().path(next++).deepCopy(), weight));
            }
        }
        return refs;
    }

    /** The ref to the AOT Service: the user's own, or the JIT ref with the name replaced. */
    ObjectNode aotRef(Backends original) {
        var own = original.hasAot() && backends.hasAot();
        ObjectNode ref = refs().path(own ? backends.aot() : backends.jit()).deepCopy();
        return ref.put("name", backends.target().aotService());
    }

    private static ObjectNode weighing(ObjectNode ref, String weight) {
        if (weight.isEmpty()) {
            ref.remove("weight");
            return ref;
        }
        return ref.put("weight", Integer.parseInt(weight));
    }
}
