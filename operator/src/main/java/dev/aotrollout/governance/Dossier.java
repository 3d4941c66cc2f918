package dev.aotrollout.governance;

import dev.aotrollout.decision.Approval;
import dev.aotrollout.decision.WaveSlot;
import java.util.List;

/**
 * Everything that an assessment rests on, parsed.
 *
 * @param rollout its name
 * @param exceptions that concern this rollout, sorted by name
 * @param approvals of its revision
 * @param author who made the change, several separated by commas; empty where nobody is named
 */
public record Dossier(
        String rollout,
        RubricFacts rubric,
        Declaration declared,
        LibraryFacts libraries,
        ClusterFacts cluster,
        EconomicsFacts economics,
        List<ExceptionFacts> exceptions,
        WaveSlot wave,
        List<Approval> approvals,
        String author) {
    public Dossier {
        exceptions = List.copyOf(exceptions);
        approvals = List.copyOf(approvals);
    }
}
