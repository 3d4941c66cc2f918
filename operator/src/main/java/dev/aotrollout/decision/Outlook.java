package dev.aotrollout.decision;

/** The result of one look: what was decided, what is recorded, and what the cluster shall look like. */
public record Outlook(Plan plan, RolloutState before, RolloutState after, Observation seen, Decision decision) {
    /**
     * What the cluster shall look like after it is recorded. A hold never goes up: a route that somebody set lower, or a weight that
     * was recorded and not carried out, is raised by a later look that can tell.
     */
    public DesiredState desired() {
        var desired = DesiredState.of(plan, after, seen);
        return decision instanceof Decision.Hold
                ? desired.withWeightAtMost(seen.route().weight())
                : desired;
    }
}
