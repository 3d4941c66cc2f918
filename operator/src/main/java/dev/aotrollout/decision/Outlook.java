package dev.aotrollout.decision;

/** The result of one look: what was decided, what is recorded, and what the cluster shall look like. */
public record Outlook(Plan plan, RolloutState before, RolloutState after, Observation seen, Decision decision) {
    /** What the cluster shall look like after it is recorded. */
    public DesiredState desired() {
        return DesiredState.of(plan, after, seen);
    }
}
