package dev.aotrollout.decision;

import dev.aotrollout.judge.Reason;

/** The result of one look: what was decided, what is recorded, and what the cluster shall look like. */
public record Outlook(Plan plan, RolloutState before, RolloutState after, Observation seen, Decision decision) {
    /**
     * What the cluster shall look like after it is recorded. A look that cannot tell never goes up: a route that somebody set lower,
     * or a weight that was recorded and not carried out, is raised by a later one that can.
     */
    public DesiredState desired() {
        var desired = DesiredState.of(plan, after, seen);
        var canTell = !(decision instanceof Decision.Hold) && decision.reason() != Reason.MetricsPending;
        return canTell ? desired : desired.withWeightAtMost(seen.route().weight());
    }
}
