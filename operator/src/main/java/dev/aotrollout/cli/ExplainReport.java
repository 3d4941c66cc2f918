package dev.aotrollout.cli;

import dev.aotrollout.decision.Decision;
import java.util.List;

/** What {@code explain -o json} prints. */
record ExplainReport(List<Rollout> rollouts) {
    /** One resource. */
    record Rollout(
            String namespace,
            String name,
            String asOf,
            String phase,
            String recordedReason,
            List<Rule> rules,
            Answer answer,
            List<Change> wouldChange,
            List<String> notes) {}

    /** One rule that was asked. */
    record Rule(String rule, String question, boolean answers, String facts) {}

    /** What was decided. */
    record Answer(String decision, String reason, String message, long recheckSeconds) {
        static Answer of(Decision decision) {
            return new Answer(
                    decision.getClass().getSimpleName(),
                    decision.reason().name(),
                    decision.message(),
                    decision.recheckAfter().toSeconds());
        }
    }

    /** One thing that would lead to another answer. */
    record Change(String what, Answer answer) {}
}
