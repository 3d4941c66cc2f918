package dev.aotrollout.observe;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The bounds of the latency histogram of each pod (of each value of the label that tells the track), in seconds, as numbers:
 * {@code 1} and {@code 1.0} are the same.
 */
final class HistogramBounds {
    private static final double ROUNDING = 1e-9;

    private final Profile.Unit unit;
    private final Map<String, Set<Double>> byPod = new HashMap<>();
    private final TreeMap<Double, Set<String>> spellings = new TreeMap<>();

    HistogramBounds(Profile.Unit unit) {
        this.unit = unit;
    }

    /** Takes the answer about {@code pods}, values of {@code label}, in; those that it does not mention have no histogram. */
    void learn(String label, Collection<String> pods, List<TimeSeries> rows) {
        for (var pod : pods) byPod.computeIfAbsent(pod, _ -> new HashSet<>());
        for (var row : rows) {
            var bound = unit.seconds(parse(row.label("le")));
            if (!Double.isFinite(bound)) continue;
            byPod.computeIfAbsent(row.label(label), _ -> new HashSet<>()).add(bound);
            spellings.computeIfAbsent(bound, _ -> new TreeSet<>()).add(row.label("le"));
        }
    }

    /** Those of {@code pods} that nothing is known of. */
    Set<String> unknown(Set<String> pods) {
        var unknown = new TreeSet<>(pods);
        unknown.removeAll(byPod.keySet());
        return unknown;
    }

    void retain(Set<String> pods) {
        byPod.keySet().retainAll(pods);
    }

    boolean isEmpty() {
        return byPod.isEmpty();
    }

    /** The smallest bound, at least {@code thresholdSeconds}, that all of {@code pods} have (all known ones, if that is none); or 0. */
    double common(Set<String> pods, double thresholdSeconds) {
        var asked = pods.isEmpty() ? byPod.keySet() : pods;
        return spellings.tailMap(thresholdSeconds - ROUNDING).keySet().stream()
                .filter(bound -> asked.stream()
                        .allMatch(pod -> byPod.getOrDefault(pod, Set.of()).contains(bound)))
                .findFirst()
                .orElse(0.0);
    }

    /** A regular expression for every way in which {@code bound} is written; empty for 0. */
    String leRegex(double bound) {
        return PromQl.anyOf(spellings.getOrDefault(bound, Set.of()));
    }

    /** NaN for what is no number. */
    static double parse(String le) {
        try {
            return le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
