package dev.aotrollout.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks every guard about the same evidence; whether the tracks can be compared is asked first and bears on the others' answers. */
public final class Judge {
    private Judge() {}

    /** One finding for each guard, in their order. */
    public static List<Finding> judge(List<Guard> guards, Evidence evidence, Recall recall) {
        var comparison = comparison(guards, evidence, recall);
        var findings = new ArrayList<Finding>(guards.size());
        for (var guard : guards) {
            if (comparison.isEmpty()) findings.add(guard.judge(evidence, recall));
            else if (guard instanceof ComparabilityGuard)
                findings.add(comparison.get().finding());
            else findings.add(comparison.get().applyTo(guard.judge(evidence, recall)));
        }
        return List.copyOf(findings);
    }

    private static Optional<Comparison> comparison(List<Guard> guards, Evidence evidence, Recall recall) {
        for (var guard : guards)
            if (guard instanceof ComparabilityGuard of) return Optional.of(Comparison.of(of, evidence, recall));
        return Optional.empty();
    }
}
