package dev.aotrollout.decision;

import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** One plan, its state and what was seen: the input of every rule. */
record Case(Plan plan, RolloutState state, Observation seen) {
    /** Finished rollouts are looked at once a minute. */
    static final Duration CALM = Duration.ofSeconds(60);

    private static final Set<GuardName> WITHOUT_TRAFFIC = EnumSet.of(GuardName.RESTARTS, GuardName.STARTUP);

    Instant now() {
        return seen.now();
    }

    Step step() {
        return plan.step(state.step());
    }

    boolean started() {
        return state.step() >= 0;
    }

    /** How long until the next look while a step is live. */
    Duration lively() {
        return plan.policy().interval();
    }

    /** Whether the promote annotation asks to skip what is left of the current step. */
    boolean skipsAhead() {
        var handled = state.handled();
        return switch (handled.promote()) {
            case NONE -> false;
            case STEP -> handled.promoteStep() == state.step();
            case FULL -> handled.promoteStep() != RolloutState.Handled.SPENT;
        };
    }

    /** The first guard that has not passed. At weight 0 only those can that need no traffic. */
    Optional<Finding> firstGuardInTheWay() {
        return seen.findings().stream()
                .filter(finding -> step().weight() > 0 || WITHOUT_TRAFFIC.contains(finding.guard()))
                .filter(finding -> !finding.permitsAdvance())
                .findFirst();
    }

    /** What cannot be seen of the service now. */
    Optional<Reading.Missing<?>> missing() {
        if (seen.evidence().traffic() instanceof Reading.Missing<?> traffic) return Optional.of(traffic);
        return seen.evidence().budget() instanceof Reading.Missing<?> budget ? Optional.of(budget) : Optional.empty();
    }

    int aotReplicasNeeded() {
        return plan.aotReplicas()
                .forWeight(step().weight(), Math.max(1, state.jit().capacity()));
    }
}
