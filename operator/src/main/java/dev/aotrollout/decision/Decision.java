package dev.aotrollout.decision;

import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.Reason;
import java.time.Duration;
import java.util.List;

/** What one look at the world leads to. */
public sealed interface Decision {
    /** Why, in the vocabulary of conditions and Events. */
    Reason reason();

    /** Why, in a sentence with the number, the limit and the remedy. */
    String message();

    /** Look again after this long at the latest. */
    Duration recheckAfter();

    /** Healthy, not yet. */
    record Wait(Reason reason, String message, Duration recheckAfter) implements Decision {}

    /** Cannot tell, or was told to stay: never up, and not down either. */
    record Hold(Reason reason, String message, Duration recheckAfter) implements Decision {}

    /** Begin the step at {@code step}: pods for its weight first. */
    record Advance(int step, Reason reason, String message, Duration recheckAfter) implements Decision {}

    /** Both tracks are ready for it: ask for {@code weight} percent. Also lowers where the plan was lowered. */
    record Shift(int weight, Reason reason, String message, Duration recheckAfter) implements Decision {}

    /** All traffic to JIT, now. */
    record RollBack(List<Finding> findings, Reason reason, String message, Duration recheckAfter) implements Decision {
        public RollBack {
            findings = List.copyOf(findings);
        }
    }

    /** The last step passed. */
    record Promote(Reason reason, String message, Duration recheckAfter) implements Decision {}

    /** Finished; re-assert what was recorded. */
    record Rest(Reason reason, String message, Duration recheckAfter) implements Decision {}
}
