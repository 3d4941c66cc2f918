package dev.aotrollout.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.traffic.Captured.Original;
import dev.aotrollout.traffic.Captured.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Which backends and weights the user meant in each rule that we weight.
 *
 * <p>A rule without a ref to AOT is the user's word, whatever was captured before: nobody but us adds one unasked. A rule with such a ref is
 * looked up, first as an exact shift of what was captured (so a reorder or an edit of matches, filters and timeouts is no rewrite), then by
 * its matches; what is found neither way was edited beyond recognition, and is undone by its structure.
 */
final class Originals {
    private static final String FIELD_MANAGER = "aotrollout";

    private final RouteRules rules;
    private final Captured captured;
    private final List<Original> unclaimed;
    private final Map<Integer, Backends> found = new HashMap<>();

    private Originals(RouteRules rules, Captured captured) {
        this.rules = rules;
        this.captured = captured;
        this.unclaimed = new ArrayList<>(captured.rules());
    }

    /** One for each weighted rule, in their order. */
    static List<Original> of(RouteRules rules, Captured captured) {
        return new Originals(rules, captured).all();
    }

    private List<Original> all() {
        claim((rule, original) -> isCarrying(rule, original) && isSameRule(rule, original));
        claim(Originals::isCarrying);
        claim(Originals::isSameRule);
        return rules.weighted().stream()
                .map(rule -> new Original(rule.identity(), backends(rule)))
                .toList();
    }

    private void claim(BiPredicate<WeightedRule, Original> fits) {
        for (var rule : rules.weighted()) {
            if (rule.backends().hasAot() && !found.containsKey(rule.index())) {
                unclaimed.stream().filter(it -> fits.test(rule, it)).findFirst().ifPresent(it -> {
                    unclaimed.remove(it);
                    found.put(rule.index(), meant(rule.backends(), it.backends()));
                });
            }
        }
    }

    private static boolean isCarrying(WeightedRule rule, Original original) {
        var backends = rule.backends();
        return backends.equals(original.backends()) || backends.isShiftOf(original.backends());
    }

    private static boolean isSameRule(WeightedRule rule, Original original) {
        return rule.identity().equals(original.identity());
    }

    private static Backends meant(Backends live, Backends known) {
        if (live.equals(known) || live.isShiftOf(known)) {
            return known;
        }
        if (!known.hasAot()) {
            return live.isUnscaled() ? live : live.withoutAot(known);
        }
        // The user's own AOT weight is back, so the whole rule was written again, from Git for instance.
        return live.aotWeight() == known.aotWeight() ? live : live.withAot(known.aotWeight());
    }

    private Backends backends(WeightedRule rule) {
        var live = rule.backends();
        return live.hasAot() ? found.getOrDefault(rule.index(), unknown(live)) : live;
    }

    private Backends unknown(Backends live) {
        var none = new Backends(List.of(), live.target());
        return switch (captured.state()) {
            // Without traffic it is one that the user added, or does no harm.
            case KNOWN -> live.aotWeight() == 0 ? live : captured.listsAot() ? live.withAot(0) : live.withoutAot(none);
            case UNREADABLE -> live.withoutAot(none);
            // Traffic to AOT in a route that we wrote last is ours: the status that told so was lost.
            case NOTHING -> live.aotWeight() > 0 && isWrittenByUs(rules.route()) ? live.withoutAot(none) : live;
        };
    }

    private static boolean isWrittenByUs(JsonNode route) {
        for (var entry : managedFields(route)) {
            var ownsRules =
                    !entry.path("fieldsV1").path("f:spec").path("f:rules").isMissingNode();
            if (ownsRules && entry.path("manager").asText().equals(FIELD_MANAGER)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode managedFields(JsonNode route) {
        return route.path("metadata").path("managedFields");
    }

    /** What was captured; where nothing was, refs to AOT count as ours unless the route says that we never wrote it. */
    static Captured forRestore(Captured captured, JsonNode route) {
        var neverTouched = !managedFields(route).isEmpty() && !isWrittenByUs(route);
        return captured.state() == State.NOTHING && !neverTouched
                ? new Captured(State.UNREADABLE, captured.headers(), captured.rules())
                : captured;
    }
}
