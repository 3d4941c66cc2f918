package dev.aotrollout.governance;

import dev.aotrollout.decision.Admission;
import dev.aotrollout.judge.Reason;
import java.util.List;

/**
 * What the five checks, the rubric and the exceptions say of a rollout at one instant.
 *
 * @param checks five, in the order of {@link CheckName}; none in {@link #NONE}
 * @param blocking whether a rubric is named; without one the checks inform
 * @param verdict what the checks say together
 * @param exceptions that count now, sorted by name
 * @param exemption why an exception keeps the service on JIT; empty where none does
 * @param admission what the rules of the rollout are given
 */
public record Assessment(
        List<Check> checks,
        Scorecard scorecard,
        boolean blocking,
        Verdict verdict,
        LibraryFacts libraries,
        List<ExceptionFacts> exceptions,
        String exemption,
        Admission admission) {
    /** Nobody assessed anything, and nothing stands in the way. */
    public static final Assessment NONE = new Assessment(
            List.of(),
            Scorecard.NONE,
            false,
            new Verdict(Answer.UNKNOWN, Reason.CandidateUnknown, "the checks were not asked"),
            new LibraryFacts.NotAsked(),
            List.of(),
            "",
            Admission.OPEN);

    /** The checks in one sentence. */
    public record Verdict(Answer answer, Reason reason, String message) {}

    public Assessment {
        checks = List.copyOf(checks);
        exceptions = List.copyOf(exceptions);
    }
}
