package dev.aotrollout.decision;

import dev.aotrollout.judge.Guard;
import java.util.List;

/**
 * What the user wants, parsed.
 *
 * @param revision hash of what the user wrote for the two tracks; a new one starts the plan again
 * @param steps at least one, weights ascending, the last one 100
 * @param testHeader whether requests with the test header shall reach AOT
 */
public record Plan(
        String revision,
        Goal goal,
        boolean paused,
        Commands commands,
        List<Step> steps,
        List<Guard> guards,
        AotReplicas aotReplicas,
        Policy policy,
        Retirement retirement,
        boolean testHeader) {
    public Plan {
        steps = List.copyOf(steps);
        guards = List.copyOf(guards);
    }

    /** The step at {@code index}, or the last one where the plan was shortened below it. */
    public Step step(int index) {
        return steps.get(Math.clamp(index, 0, steps.size() - 1));
    }

    /** Whether no step follows the one at {@code index}. */
    public boolean isLast(int index) {
        return index >= steps.size() - 1;
    }
}
