package dev.aotrollout.traffic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Routes as users write them, and the edits that they make: any number of rules and backends, with fields that we know nothing about. */
final class RandomRoute {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RandomGenerator random;
    private int names;

    RandomRoute(RandomGenerator random) {
        this.random = random;
    }

    ObjectNode route() {
        var route = NODES.objectNode().put("kind", random.nextBoolean() ? "HTTPRoute" : "GRPCRoute");
        route.putObject("metadata").put("name", "r").put("namespace", "shop").put("generation", 3);
        var rules = route.putObject("spec").put("unknown", random.nextInt()).putArray("rules");
        for (var count = 1 + random.nextInt(5); count > 0; count--) {
            rules.add(rule());
        }
        return route;
    }

    private ObjectNode rule() {
        var rule = NODES.objectNode();
        if (random.nextBoolean()) {
            rule.put("name", name());
        }
        matches(rule);
        if (random.nextBoolean()) {
            rule.putObject("timeouts").put("request", random.nextInt(60) + "s");
        }
        var refs = new ArrayList<ObjectNode>();
        if (random.nextInt(5) > 0) {
            refs.add(ref(random.nextBoolean() ? "checkout" : "checkout-jit", 1));
            if (random.nextInt(4) == 0) {
                refs.add(ref("checkout-aot", 0).put("weight", 0));
            }
        }
        for (var count = random.nextInt(4); count > 0; count--) {
            refs.add(ref(name(), 0));
        }
        Collections.shuffle(refs, Random.from(random));
        rule.putArray("backendRefs").addAll(refs);
        return rule;
    }

    private ObjectNode ref(String name, int leastWeight) {
        var ref = NODES.objectNode().put("name", name).put("port", 80 + random.nextInt(2));
        if (random.nextBoolean()) {
            // No multiples of 100 for JIT: what the user adds to a route in the midst of a rollout could look like
            // ours.
            var weight = random.nextInt(random.nextBoolean() ? 10 : 9_999);
            ref.put("weight", leastWeight > 0 && weight % 100 == 0 ? weight + 1 : weight);
        }
        if (random.nextBoolean()) {
            ref.put("kind", "Service").put("group", "");
        }
        if (random.nextBoolean()) {
            ref.putArray("filters").addObject().put("type", name());
        }
        return ref;
    }

    private void matches(ObjectNode rule) {
        var matches = rule.putArray("matches");
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            var match = matches.addObject();
            match.putObject("path").put("type", "PathPrefix").put("value", "/" + name());
            if (random.nextBoolean()) {
                match.putArray("headers").addObject().put("name", name()).put("value", "v");
            }
        }
    }

    private String name() {
        return "n" + names++;
    }

    /** One edit, made to what the user thinks the route is and to what it has become: the user's rules come first in both. */
    void edit(ObjectNode user, ObjectNode live) {
        var rules = (ArrayNode) user.at("/spec/rules");
        var liveRules = (ArrayNode) live.at("/spec/rules");
        var index = random.nextInt(rules.size());
        var rule = (ObjectNode) rules.get(index);
        var liveRule = (ObjectNode) liveRules.get(index);
        switch (random.nextInt(5)) {
            case 0 -> {
                matches(rule);
                liveRule.set("matches", rule.path("matches").deepCopy());
            }
            case 1 -> {
                rule.putArray("filters").addObject().put("type", name());
                liveRule.set("filters", rule.path("filters").deepCopy());
            }
            case 2 -> {
                var other = random.nextInt(rules.size());
                swap(rules, index, other);
                swap(liveRules, index, other);
            }
            case 3 -> {
                rules.insert(index, rule());
                liveRules.insert(index, rules.get(index).deepCopy());
            }
            default -> {
                // Git writes all of it again, with a rule that has other backends and weights now.
                rule.set("backendRefs", rule().path("backendRefs"));
                live.set("spec", user.path("spec").deepCopy());
            }
        }
    }

    private static void swap(ArrayNode rules, int a, int b) {
        var first = rules.get(a);
        rules.set(a, rules.get(b));
        rules.set(b, first);
    }
}
