package dev.aotrollout.workload;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A label selector, evaluated as Kubernetes does. */
record Selector(List<Requirement> requirements) {

    /** One requirement on one label. */
    record Requirement(String key, String operator, List<String> values) {
        Requirement {
            values = List.copyOf(values);
        }

        boolean isMetBy(Map<String, String> labels) {
            var value = labels.get(key);
            return switch (operator) {
                case "In" -> value != null && values.contains(value);
                case "NotIn" -> value == null || !values.contains(value);
                case "Exists" -> value != null;
                case "DoesNotExist" -> value == null;
                default -> throw new IllegalArgumentException("label selector operator " + operator);
            };
        }
    }

    Selector {
        requirements = List.copyOf(requirements);
    }

    static Selector of(@Nullable LabelSelector selector) {
        if (selector == null) {
            return new Selector(List.of());
        }
        var all = new ArrayList<>(of(selector.getMatchLabels()).requirements());
        for (LabelSelectorRequirement it : selector.getMatchExpressions()) {
            all.add(new Requirement(it.getKey(), it.getOperator(), it.getValues()));
        }
        return new Selector(all);
    }

    static Selector of(@Nullable Map<String, String> labels) {
        var all = new ArrayList<Requirement>();
        if (labels != null) {
            labels.forEach((key, value) -> all.add(new Requirement(key, "In", List.of(value))));
        }
        return new Selector(all);
    }

    /** Whether nothing is asked for; such a Service selects no pods at all. */
    boolean isEmpty() {
        return requirements.isEmpty();
    }

    boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(it -> it.isMetBy(labels));
    }

    SequencedSet<String> keys() {
        var keys = new TreeSet<String>();
        requirements.forEach(it -> keys.add(it.key()));
        return keys;
    }

    @Override
    public String toString() {
        var parts = requirements.stream()
                .map(it -> switch (it.operator()) {
                    case "In" ->
                        it.values().size() == 1
                                ? it.key() + "=" + it.values().getFirst()
                                : "%s in %s".formatted(it.key(), it.values());
                    case "NotIn" -> "%s not in %s".formatted(it.key(), it.values());
                    case "DoesNotExist" -> "no " + it.key();
                    default -> it.key();
                })
                .toList();
        return String.join(", ", parts);
    }
}
