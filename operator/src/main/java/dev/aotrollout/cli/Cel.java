package dev.aotrollout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * A rule in the part of the Common Expression Language that our schema uses. Google's implementation would add a third to the
 * operator's class path, and lacks the list functions of Kubernetes; what is missing here is refused when a rule is read, never
 * guessed.
 */
final class Cel {
    /** The rule says something that cannot be evaluated, or asks for a field that is not there. */
    static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unsupported(String message) {
            super(message);
        }
    }

    /** One part of a rule. */
    @FunctionalInterface
    interface Term {
        JsonNode in(Scope scope);
    }

    /** What names mean inside a rule. */
    record Scope(Map<String, JsonNode> names) {
        Scope {
            names = Map.copyOf(names);
        }

        Scope with(String name, JsonNode value) {
            var all = new HashMap<>(names);
            all.put(name, value);
            return new Scope(all);
        }

        JsonNode get(String name) {
            var value = names.get(name);
            if (value == null) throw new Unsupported("unknown name " + name);
            return value;
        }
    }

    private final Term rule;

    private Cel(Term rule) {
        this.rule = rule;
    }

    /** The rule of that text. */
    static Cel of(String text) {
        return new Cel(new CelReader(text).read());
    }

    /** Whether {@code self}, with all defaults filled in, keeps the rule. */
    boolean holdsFor(JsonNode self) {
        return CelFunctions.truth(rule.in(new Scope(Map.of("self", self))));
    }
}
