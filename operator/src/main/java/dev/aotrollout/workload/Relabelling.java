package dev.aotrollout.workload;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Labels of AOT pods: those of JIT pods, with as few changes as it takes for selectors of the JIT track to let go of them.
 *
 * @param labels the result
 * @param edits what was changed
 */
record Relabelling(Map<String, String> labels, List<Edit> edits) {
    private static final List<String> PREFERRED =
            List.of("app", "app.kubernetes.io/name", "app.kubernetes.io/instance");

    private static final Set<String> OURS = Set.of(AotNames.ROLLOUT, AotNames.TRACK);

    private static final String SUFFIX = "-aot";
    private static final int MAX_VALUE = 63;

    /**
     * One label that differs.
     *
     * @param from empty where it was added
     * @param to empty where it was removed
     */
    record Edit(String key, String from, String to) {

        Map<String, String> appliedTo(Map<String, String> labels) {
            var edited = new TreeMap<>(labels);
            if (to.isEmpty()) {
                edited.remove(key);
            } else {
                edited.put(key, to);
            }
            return edited;
        }
    }

    /** The fewest edits after which no selector matches: none, one that all of them miss, or two. No edits also where there is no way. */
    static Relabelling of(Map<String, String> labels, List<Selector> selectors) {
        var start = new Relabelling(new TreeMap<>(labels), List.of());
        if (start.isMissedBy(selectors)) {
            return start;
        }
        var edits = start.candidates(selectors);
        return Stream.concat(start.afterOneOf(edits), start.afterOneOf(edits).flatMap(it -> it.afterOneOf(edits)))
                .filter(it -> it.isMissedBy(selectors))
                .findFirst()
                .orElse(start);
    }

    boolean isMatchedBy(Selector selector) {
        return !selector.isEmpty() && selector.matches(labels);
    }

    private boolean isMissedBy(List<Selector> selectors) {
        return selectors.stream().noneMatch(this::isMatchedBy);
    }

    private Stream<Relabelling> afterOneOf(List<Edit> candidates) {
        return candidates.stream()
                .filter(it -> edits.stream().noneMatch(before -> before.key().equals(it.key())))
                .map(it -> new Relabelling(
                        it.appliedTo(labels),
                        Stream.concat(edits.stream(), Stream.of(it)).toList()));
    }

    /** A new value is better than a label less, and that better than a label more or a value that somebody forbade. */
    private List<Edit> candidates(List<Selector> selectors) {
        var keys = new TreeSet<>(Comparator.comparingInt(Relabelling::rank).thenComparing(Comparator.naturalOrder()));
        selectors.forEach(it -> keys.addAll(it.keys()));
        keys.removeAll(OURS); // by which the AOT Deployment and Service select
        var present = keys.stream().filter(labels::containsKey).toList();
        var changed = present.stream().map(key -> new Edit(key, value(key), suffixed(value(key))));
        var removed = present.stream().map(key -> new Edit(key, value(key), ""));
        var set = keys.stream()
                .flatMap(key -> Stream.concat(forbidden(key, selectors), Stream.of("aot"))
                        .map(value -> new Edit(key, value(key), value)));
        return Stream.of(changed, removed, set).flatMap(it -> it).toList();
    }

    private String value(String key) {
        return labels.getOrDefault(key, "");
    }

    private static Stream<String> forbidden(String key, List<Selector> selectors) {
        return selectors.stream()
                .flatMap(it -> it.requirements().stream())
                .filter(it -> it.key().equals(key) && it.operator().equals("NotIn"))
                .flatMap(it -> it.values().stream());
    }

    private static int rank(String key) {
        var rank = PREFERRED.indexOf(key);
        return rank < 0 ? PREFERRED.size() : rank;
    }

    private static String suffixed(String value) {
        if (value.isEmpty()) {
            return "aot";
        }
        if (value.length() + SUFFIX.length() <= MAX_VALUE) {
            return value + SUFFIX;
        }
        // Truncated values of two workloads could be equal; a piece of their hash keeps them apart.
        var hash = "-" + Canonical.hash(value, 6);
        return value.substring(0, MAX_VALUE - SUFFIX.length() - hash.length()) + hash + SUFFIX;
    }
}
