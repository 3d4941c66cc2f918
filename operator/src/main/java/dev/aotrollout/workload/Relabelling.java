package dev.aotrollout.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The fewest edits after which no selector matches, as far as they exist: one that all of them miss, else one for each. */
    static Relabelling of(Map<String, String> labels, List<Selector> selectors) {
        var found = new Relabelling(new TreeMap<>(labels), List.of());
        var edit = found.edit(selectors.stream().filter(found::isMatchedBy).toList());
        if (edit.isPresent()) {
            return found.with(edit.get());
        }
        for (var selector : selectors) {
            if (found.isMatchedBy(selector)) {
                var one = found.edit(List.of(selector));
                found = one.isPresent() ? found.with(one.get()) : found;
            }
        }
        return found;
    }

    boolean isMatchedBy(Selector selector) {
        return !selector.isEmpty() && selector.matches(labels);
    }

    private Relabelling with(Edit edit) {
        var all = new ArrayList<>(edits);
        all.add(edit);
        return new Relabelling(edit.appliedTo(labels), List.copyOf(all));
    }

    private Optional<Edit> edit(List<Selector> selectors) {
        if (selectors.isEmpty()) {
            return Optional.empty();
        }
        return candidates(selectors)
                .filter(it -> selectors.stream().noneMatch(selector -> selector.matches(it.appliedTo(labels))))
                .findFirst();
    }

    /** A new value is better than a label less, and that better than a label more. */
    private Stream<Edit> candidates(List<Selector> selectors) {
        var keys = new TreeSet<>(Comparator.comparingInt(Relabelling::rank).thenComparing(Comparator.naturalOrder()));
        selectors.forEach(it -> keys.addAll(it.keys()));
        var present = keys.stream().filter(labels::containsKey).toList();
        var changed = present.stream().map(key -> new Edit(key, value(key), suffixed(value(key))));
        var removed = present.stream().map(key -> new Edit(key, value(key), ""));
        var added = keys.stream()
                .filter(key -> !labels.containsKey(key))
                .flatMap(key -> Stream.concat(forbidden(key, selectors), Stream.of("aot"))
                        .map(value -> new Edit(key, "", value)));
        return Stream.of(changed, removed, added).flatMap(it -> it);
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
