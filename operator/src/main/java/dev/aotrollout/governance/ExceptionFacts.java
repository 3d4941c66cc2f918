package dev.aotrollout.governance;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
    /** What ends last is the greatest. */
    static final Comparator<ExceptionFacts> BY_END =
            Comparator.comparing(ExceptionFacts::end).thenComparing(ExceptionFacts::name);

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
        if (!(until instanceof Day.On day) || names().isEmpty()) return State.INVALID;
        if (!now.isBefore(day.end())) return State.EXPIRED;
        return now.isBefore(day.end().minus(Duration.ofDays(warnDays))) ? State.ACTIVE : State.EXPIRING;
    }

    /** Whether it is in force at {@code now}. */
    public boolean counts(Instant now) {
        var state = state(now);
        return state == State.ACTIVE || state == State.EXPIRING;
    }

    /** Whether it speaks of the rollout {@code name}. */
    public boolean concerns(String name) {
        return rollout.isEmpty() || rollout.equals(name);
    }

    /** Whether it is meant to keep the rollout {@code name} on JIT. */
    public boolean keepsOnJit(String name) {
        return packages.isEmpty() && rollout.equals(name);
    }

    /** When its state changes next; {@link Instant#MAX} where it never will. */
    public Instant nextChange(Instant now) {
        return switch (state(now)) {
            case ACTIVE -> end().minus(Duration.ofDays(warnDays));
            case EXPIRING -> end();
            case EXPIRED, INVALID -> Instant.MAX;
        };
    }

    /** What it does while it counts, until when, why and by whom. */
    public String words() {
        return "AOTException %s %s until %s%s".formatted(name, names(), day(), grounds());
    }

    /** What it does, or why it does not count, and what to do. */
    public String sentence(Instant now) {
        return switch (state(now)) {
            case ACTIVE -> words();
            case EXPIRING -> words() + "; end what it excepts, or set until to a later day";
            case EXPIRED ->
                "AOTException %s ended on %s and does not count%s; set until to a later day, or delete it"
                        .formatted(name, day(), grounds());
            case INVALID -> "AOTException %s does not count: %s".formatted(name, trouble());
        };
    }

    private String names() {
        var whose = rollout.isEmpty() ? "" : " for " + rollout;
        if (!packages.isEmpty()) return "tolerates " + String.join(", ", packages) + whose;
        return rollout.isEmpty() ? "" : "keeps " + rollout + " on JIT";
    }

    private String trouble() {
        if (names().isEmpty()) return "it names neither a rollout nor packages; set spec.rollout or spec.packages";
        return "spec.until \"%s\" is no day of the calendar; correct it, or delete it".formatted(day());
    }

    private String grounds() {
        return ": %s (owner %s%s)".formatted(reason, owner, approvedBy.isEmpty() ? "" : ", approved by " + approvedBy);
    }

    private Instant end() {
        return until instanceof Day.On day ? day.end() : Instant.MIN;
    }

    private String day() {
        return switch (until) {
            case Day.Unset() -> "";
            case Day.Unreadable(var text) -> text;
            case Day.On(var date) -> date.toString();
        };
    }
}
