package dev.aotrollout.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pure core: the same plan, state and observation always give the same outlook. */
public final class Decider {
    private static final List<NamedRule> RULES = List.of(NamedRule.values());

    private Decider() {}

    /** The state that this pass works on: {@code recorded}, or a fresh run where the plan starts again. */
    public static RolloutState take(Plan plan, RolloutState recorded) {
        return Lifecycle.take(plan, recorded);
    }

    /**
     * One look at the world.
     *
     * @param recorded what was last recorded
     * @param state what {@link #take} made of it
     */
    public static Outlook decide(Plan plan, RolloutState recorded, RolloutState state, Observation seen) {
        var given = new Case(plan, state, seen);
        var decision = first(given);
        return new Outlook(plan, recorded, Lifecycle.after(given, decision), seen, decision);
    }

    private static Decision first(Case given) {
        for (var rule : RULES) {
            var answer = rule.ask(given);
            if (answer.isPresent()) return answer.get();
        }
        throw new IllegalStateException("no rule answered; the last one always does");
    }

    /** The rules that are asked for that, in their order; the last of them answers. */
    public static List<Asked> explain(Plan plan, RolloutState state, Observation seen) {
        var given = new Case(plan, state, seen);
        var asked = new ArrayList<Asked>();
        for (var rule : RULES) {
            asked.add(new Asked(rule, rule.ask(given)));
            if (asked.getLast().answer().isPresent()) break;
        }
        return List.copyOf(asked);
    }

    /** What the gate before the step after {@code state}'s has, where it has one and the run goes on. */
    public static Optional<GateAnswer> gate(Plan plan, RolloutState state, Observation seen) {
        return state.outcome() != Outcome.RUNNING ? Optional.empty() : PolicyRules.gate(new Case(plan, state, seen));
    }
}
