package dev.aotrollout.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a route cannot be weighted, and what the user can do about it. */
final class RouteProblems {
    private static final int MAX_RULES = 16;
    private static final int MAX_REFS = 16;
    private static final int MAX_HEADERS = 16;
    private static final int MAX_MATCHES = 128;

    private final String route;
    private final RouteRules rules;
    private final RouteTarget target;

    private RouteProblems(String route, RouteRules rules, RouteTarget target) {
        this.route = route;
        this.rules = rules;
        this.target = target;
    }

    static Optional<String> first(String kind, JsonNode route, RouteTarget target) {
        var headers = target.hasTestHeader() ? List.of(target.testHeader()) : List.<TestHeader>of();
        var rules = RouteRules.of(route, target, headers);
        var problems = new RouteProblems(Acceptance.name(kind, route), rules, target);
        if (rules.weighted().isEmpty()) {
            return Optional.of(problems.notNamed());
        }
        var found = new ArrayList<String>();
        rules.weighted().forEach(rule -> problems.inRule(rule).ifPresent(found::add));
        if (target.hasTestHeader()) {
            problems.withTestHeader().ifPresent(found::add);
        }
        return found.stream().findFirst();
    }

    private String notNamed() {
        var namespace = RouteRules.namespace(rules.route());
        var number = 0;
        for (var rule : rules.route().path("spec").path("rules")) {
            number++;
            if (RouteRules.backends(rule, namespace, target).jit() >= 0) {
                return "%s gives Service %s no weight at all in rule %d: give it one, or remove its backendRef there"
                        .formatted(route, target.service(), number);
            }
            for (var ref : rule.path("backendRefs")) {
                var elsewhere = Backend.foreignNamespace(ref, namespace);
                if (isNamed(ref) && !elsewhere.isEmpty()) {
                    return ("%s names Service %s of namespace %s in rule %d: only a Service of the route's own namespace"
                                    + " can be weighted; name a route in %s")
                            .formatted(route, target.service(), elsewhere, number, elsewhere);
                }
            }
        }
        return "%s names Service %s in none of its rules: add it to the backendRefs of the rules whose traffic shall be shifted"
                .formatted(route, target.service());
    }

    private boolean isNamed(JsonNode ref) {
        var name = ref.path("name").asText();
        return Backend.isCoreService(ref) && (name.equals(target.service()) || name.equals(target.jitService()));
    }

    private Optional<String> inRule(WeightedRule rule) {
        var backends = rule.backends();
        var number = rule.index() + 1;
        if (backends.count(Backend.Role.JIT) > 1) {
            return Optional.of("%s names Service %s (or %s) more than once in rule %d: leave one backendRef of them"
                    .formatted(route, target.service(), target.jitService(), number));
        }
        if (backends.count(Backend.Role.AOT) > 1) {
            return Optional.of("%s names Service %s more than once in rule %d: leave one backendRef of them"
                    .formatted(route, target.aotService(), number));
        }
        if (!backends.hasAot() && backends.refs().size() >= MAX_REFS) {
            return Optional.of("%s has %d backendRefs in rule %d and no room for Service %s: remove one"
                    .formatted(route, backends.refs().size(), number, target.aotService()));
        }
        if (backends.exceedLimit()) {
            return Optional.of(
                    "%s has weights in rule %d that cannot be divided into hundredths: use weights of at most %d there"
                            .formatted(route, number, Backends.LIMIT / 100));
        }
        return Optional.empty();
    }

    private Optional<String> withTestHeader() {
        var header = target.testHeader();
        var matches = 0;
        for (var rule : rules.weighted()) {
            for (var match : rule.rule().path("matches")) {
                if (header.isIn(match)) {
                    return Optional.of(
                            "%s matches the test header %s itself in rule %d: choose another name in spec.traffic.testHeader"
                                    .formatted(route, header.name(), rule.index() + 1));
                }
                if (match.path("headers").size() >= MAX_HEADERS) {
                    return Optional.of(
                            "%s has a match with %d headers in rule %d and no room for the test header: remove spec.traffic.testHeader or one of them"
                                    .formatted(route, match.path("headers").size(), rule.index() + 1));
                }
                matches++;
            }
        }
        return tooMany(matches);
    }

    private Optional<String> tooMany(int weightedMatches) {
        var theirs =
                rules.route().path("spec").path("rules").size() - rules.ours().size();
        var count = theirs + rules.weighted().size();
        if (count > MAX_RULES) {
            return Optional.of(
                    "%s would have %d rules with those of the test header, and %d are allowed: remove spec.traffic.testHeader or split the route"
                            .formatted(route, count, MAX_RULES));
        }
        var matches = weightedMatches;
        for (var rule : rules.route().path("spec").path("rules")) {
            matches += rule.path("matches").size();
        }
        for (var rule : rules.ours()) {
            matches -= rule.rule().path("matches").size();
        }
        return matches <= MAX_MATCHES
                ? Optional.empty()
                : Optional.of(
                        "%s would have %d matches with those of the test header, and %d are allowed: remove spec.traffic.testHeader or split the route"
                                .formatted(route, matches, MAX_MATCHES));
    }
}
