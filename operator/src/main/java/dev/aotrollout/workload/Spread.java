package dev.aotrollout.workload;

import dev.aotrollout.workload.Relabelling.Edit;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirementBuilder;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Affinity and topology spread of AOT pods: a selector that named JIT pods by the label that differs names AOT pods instead, so that these
 * spread among themselves.
 */
final class Spread {
    private final List<Edit> edits;
    private final String rollout;

    Spread(Relabelling relabelling, AotNames names) {
        // A label that was added is in no selector that matched before.
        this.edits =
                relabelling.edits().stream().filter(it -> !it.from().isEmpty()).toList();
        this.rollout = names.rollout();
    }

    void adapt(PodSpecBuilder pod) {
        if (edits.isEmpty()) {
            return;
        }
        pod.accept(PodAffinityTermBuilder.class, term -> {
            if (term.hasLabelSelector()) {
                term.withLabelSelector(adapted(term.buildLabelSelector()));
            }
        });
        pod.accept(TopologySpreadConstraintBuilder.class, constraint -> {
            if (constraint.hasLabelSelector()) {
                constraint.withLabelSelector(adapted(constraint.buildLabelSelector()));
            }
        });
    }

    private LabelSelector adapted(LabelSelector selector) {
        var adapted = selector;
        for (var edit : edits) {
            adapted = edit.to().isEmpty() ? withoutLabel(adapted, edit) : withValue(adapted, edit);
        }
        return adapted;
    }

    private static LabelSelector withValue(LabelSelector selector, Edit edit) {
        var labels = new LinkedHashMap<>(selector.getMatchLabels());
        labels.replace(edit.key(), edit.from(), edit.to());
        return new LabelSelectorBuilder(selector)
                .withMatchLabels(labels)
                .withMatchExpressions(selector.getMatchExpressions().stream()
                        .map(it -> withValue(it, edit))
                        .toList())
                .build();
    }

    private static LabelSelectorRequirement withValue(LabelSelectorRequirement requirement, Edit edit) {
        if (!requirement.getKey().equals(edit.key()) || !requirement.getValues().contains(edit.from())) {
            return requirement;
        }
        var values = requirement.getOperator().equals("NotIn")
                ? Stream.concat(requirement.getValues().stream(), Stream.of(edit.to()))
                        .distinct()
                : requirement.getValues().stream().map(it -> it.equals(edit.from()) ? edit.to() : it);
        return new LabelSelectorRequirementBuilder(requirement)
                .withValues(values.toList())
                .build();
    }

    /** The label that AOT pods lack is replaced by the one that only they have. */
    private LabelSelector withoutLabel(LabelSelector selector, Edit edit) {
        var labels = new LinkedHashMap<>(selector.getMatchLabels());
        var expressions = new ArrayList<>(selector.getMatchExpressions());
        var named = labels.remove(edit.key(), edit.from());
        named |= expressions.removeIf(it -> it.getKey().equals(edit.key()) && isPositive(it, edit.from()));
        if (!named) {
            return selector;
        }
        labels.put(AotNames.ROLLOUT, rollout);
        return new LabelSelectorBuilder(selector)
                .withMatchLabels(labels)
                .withMatchExpressions(expressions)
                .build();
    }

    private static boolean isPositive(LabelSelectorRequirement requirement, String value) {
        return requirement.getOperator().equals("Exists")
                || (requirement.getOperator().equals("In")
                        && requirement.getValues().contains(value));
    }
}
