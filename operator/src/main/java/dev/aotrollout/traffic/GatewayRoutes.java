package dev.aotrollout.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.aotrollout.decision.RouteFacts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * HTTPRoutes and GRPCRoutes of the Gateway API as JSON trees: from a weight to the smallest patch of a route.
 *
 * <p>A rule of the user's with a backendRef to today's Service (or to that of the JIT track) is weighted: that ref stays as it is, because
 * today's Service selects JIT pods only, and one to the AOT Service is put after it. Whatever else is in the route stays as it is.
 */
public final class GatewayRoutes {
    private GatewayRoutes() {}

    /** One sentence that names the route and the remedy, where the route cannot be weighted. */
    public static Optional<String> problem(String kind, JsonNode route, RouteTarget target) {
        return RouteProblems.first(kind, route, target);
    }

    /** What the route asks for, and whether the gateways took it. */
    public static RouteFacts read(String kind, JsonNode route, RouteTarget target) {
        var rules = RouteRules.of(route, target, List.of());
        var acceptance = Acceptance.of(kind, route);
        var highest = 0;
        var lowest = rules.weighted().isEmpty() ? 0 : 100;
        for (var rule : rules.weighted()) {
            highest = Math.max(highest, rule.backends().percentAtMost());
            lowest = Math.min(lowest, rule.backends().percentAtLeast());
        }
        return new RouteFacts(highest, lowest, acceptance.isGiven(), acceptance.message());
    }

    /**
     * What {@link #restore} needs, to be stored before the first change and renewed on every pass.
     *
     * @param previous what this returned for this route before; empty on the first visit
     * @return {@code previous} itself where nothing new was learnt
     */
    public static String capture(JsonNode route, RouteTarget target, String previous) {
        var known = Captured.parse(previous, target);
        var rules = RouteRules.of(route, target, known.headersWith(target));
        if (rules.weighted().isEmpty() && rules.ours().isEmpty()) {
            return "";
        }
        var headers = new LinkedHashSet<TestHeader>();
        for (var header : known.headersWith(target)) {
            var isCurrent = target.hasTestHeader() && header.equals(target.testHeader());
            if (isCurrent
                    || !RouteRules.of(route, target, List.of(header)).ours().isEmpty()) {
                headers.add(header);
            }
        }
        var now = new Captured(Captured.State.KNOWN, headers, Originals.of(rules, known));
        return now.equals(known) ? previous : now.format();
    }

    /**
     * The JSON Patch that makes the route ask for what is {@code wanted}; empty where it does already.
     *
     * @param captured what {@link #capture} returned for this very route
     */
    public static ArrayNode change(JsonNode route, RouteTarget target, Wanted wanted, String captured) {
        var known = Captured.parse(captured, target);
        var rules = RouteRules.of(route, target, known.headersWith(target));
        var originals = Originals.of(rules, known);
        var patch = new RoutePatch(route);
        for (var i = 0; i < originals.size(); i++) {
            var rule = rules.weighted().get(i);
            var original = originals.get(i).backends();
            // A rule that sends nothing to AOT and that we never touched needs no touch.
            if (wanted.weight() > 0
                    || wanted.named()
                    || rule.backends().aotWeight() > 0
                    || !rule.backends().equals(original)) {
                patch.refs(rule, rule.refs(original.shifted(wanted.weight()), original));
            }
        }
        var headers = wanted.testHeader() && target.hasTestHeader()
                ? HeaderRules.wanted(rules, originals, target.testHeader())
                : List.<JsonNode>of();
        patch.headerRules(rules.ours(), headers);
        return patch.operations();
    }

    /**
     * The JSON Patch that gives the route back as the user wrote it; empty where it is so already.
     *
     * @param captured what {@link #capture} returned; where that was lost, refs to the AOT Service go, and shares of all others stay
     */
    public static ArrayNode restore(JsonNode route, RouteTarget target, String captured) {
        var known = Originals.forRestore(Captured.parse(captured, target), route);
        var rules = RouteRules.of(route, target, known.headersWith(target));
        var originals = Originals.of(rules, known);
        var patch = new RoutePatch(route);
        for (var i = 0; i < originals.size(); i++) {
            var rule = rules.weighted().get(i);
            var original = originals.get(i).backends();
            patch.refs(rule, rule.refs(original, original));
        }
        patch.headerRules(rules.ours(), List.of());
        return patch.operations();
    }
}
