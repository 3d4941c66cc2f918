package dev.aotrollout.judge;

import java.util.List;

/** Asks every guard about the same evidence; whether the tracks can be compared is asked first and bears on the others' answers. */
public final class Judge {
    private Judge() {}

    /** One finding for each guard, in their order. */
    public static List<Finding> judge(List<Guard> guards, Evidence evidence, Recall recall) {
        var comparison = guards.stream()
                .filter(ComparabilityGuard.class::isInstance)
                .map(guard -> Comparison.of((ComparabilityGuard) guard, evidence, recall))
                .findFirst();
        return guards.stream()
                .map(guard -> guard instanceof ComparabilityGuard && comparison.isPresent()
                        ? comparison.get().finding()
                        : comparison
                                .map(c -> c.applyTo(guard.judge(evidence, recall)))
                                .orElseGet(() -> guard.judge(evidence, recall)))
                .toList();
    }
}
