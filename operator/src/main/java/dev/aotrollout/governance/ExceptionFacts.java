package dev.aotrollout.governance;

import java.time.Instant;
import java.util.List;

/**
 * One AOTException.
 *
 * @param rollout that it concerns; empty: every one of its namespace
 * @param packages globs of package URLs that it tolerates; empty: the rollout stays on JIT
 * @param approvedBy empty where nobody is named
 * @param until last day on which it counts
 * @param warnDays before its end, from when on it is about to expire, at least 0
 */
public record ExceptionFacts(
        String name,
        String rollout,
        List<String> packages,
        String reason,
        String owner,
        String approvedBy,
        Day until,
        int warnDays) {
    /** Whether it counts. */
    public enum State {
        ACTIVE("Active"),
        EXPIRING("Expiring"),
        EXPIRED("Expired"),
        INVALID("Invalid");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As written in status. */
        public String label() {
            return label;
        }
    }

    public ExceptionFacts {
        packages = List.copyOf(packages);
    }

    /** Whether it counts at {@code now}. */
    public State state(Instant now) {
        return State.INVALID;
    }

    /** Whether it counts at {@code now} and what it says is known. */
    public boolean counts(Instant now) {
        var state = state(now);
        return state == State.ACTIVE || state == State.EXPIRING;
    }

    /** Whether it speaks of {@code name}. */
    public boolean concerns(String name) {
        return rollout.isEmpty() || rollout.equals(name);
    }
}
