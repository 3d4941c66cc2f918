package dev.aotrollout.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/**
 * What is needed to give a route back as the user wrote it. Only weights and which backends there were: all else never changes hands.
 *
 * @param headers that test header rules of ours carry
 * @param rules one for each rule that we weight
 */
record Captured(State state, SequencedSet<TestHeader> headers, List<Original> rules) {
    private static final Pattern WEIGHT = Pattern.compile("\\d{0,7}");

    /** Whether anything was captured before. */
    enum State {
        NOTHING,
        /** Something was, so the route may carry our changes, but nobody can tell any more what was there before. */
        UNREADABLE,
        KNOWN
    }

    /** One rule as the user wrote it. */
    record Original(String identity, Backends backends) {}

    Captured {
        rules = List.copyOf(rules);
    }

    static Captured parse(String text, RouteTarget target) {
        if (text.isBlank()) {
            return nothing(State.NOTHING);
        }
        try {
            return parse(Json.read(text), target);
        } catch (JsonProcessingException e) {
            return nothing(State.UNREADABLE);
        }
    }

    private static Captured nothing(State state) {
        return new Captured(state, new LinkedHashSet<>(), List.of());
    }

    private static Captured parse(JsonNode tree, RouteTarget target) {
        if (!tree.path("rules").isArray()) {
            return nothing(State.UNREADABLE);
        }
        var captured = new Captured(State.KNOWN, headers(tree), rules(tree, target));
        return captured.rules().isEmpty() && !tree.path("rules").isEmpty() ? nothing(State.UNREADABLE) : captured;
    }

    private static SequencedSet<TestHeader> headers(JsonNode tree) {
        var headers = new LinkedHashSet<TestHeader>();
        for (var header : tree.path("headers")) {
            headers.add(new TestHeader(
                    header.path("name").asText(), header.path("value").asText()));
        }
        return headers;
    }

    private static List<Original> rules(JsonNode tree, RouteTarget target) {
        var rules = new ArrayList<Original>();
        for (var rule : tree.path("rules")) {
            var refs = new ArrayList<Backend>();
            for (var ref : rule.path("refs")) {
                refs.add(new Backend(ref.path(0).asText(), ref.path(1).asText()));
            }
            if (refs.stream().allMatch(Captured::isReadable)) {
                var backends = new Backends(refs, target);
                if (backends.jit() >= 0 && backends.pair() > 0) {
                    rules.add(new Original(rule.path("matches").asText(), backends));
                }
            }
        }
        return rules;
    }

    private static boolean isReadable(Backend ref) {
        return ref.id().contains(":") && WEIGHT.matcher(ref.written()).matches();
    }

    String format() {
        var tree = JsonNodeFactory.instance.objectNode();
        var headerNodes = tree.putArray("headers");
        headers.forEach(
                header -> headerNodes.addObject().put("name", header.name()).put("value", header.value()));
        var ruleNodes = tree.putArray("rules");
        for (var rule : rules) {
            var node = ruleNodes.addObject().put("matches", rule.identity());
            var refs = node.putArray("refs");
            rule.backends().refs().forEach(ref -> refs.addArray().add(ref.id()).add(ref.written()));
        }
        return Json.canonical(tree);
    }

    /** Whether the user lists the AOT Service in a rule. */
    boolean listsAot() {
        return rules.stream().anyMatch(rule -> rule.backends().hasAot());
    }

    /** All headers by which a rule of ours may be recognised. */
    SequencedSet<TestHeader> headersWith(RouteTarget target) {
        var all = new LinkedHashSet<>(headers);
        if (target.hasTestHeader()) {
            all.add(target.testHeader());
        }
        return all;
    }
}
