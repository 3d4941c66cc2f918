package dev.aotrollout.decision;

import dev.aotrollout.judge.Guard;
import java.util.List;

/**
 * What the user wants, parsed.
 *
 * @param revision hash of what the user wrote for the two tracks; a new one starts the plan again
 * @param steps at least one, weights ascending, the last one 100
 * @param exemption why an active exception keeps the service on JIT; empty where none does
 * @param testHeader whether requests with the test header shall reach AOT
 */
public record Plan(
        String revision,
        Goal goal,
        String exemption,
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

    /** The same with another wish. */
    public Plan with(Goal other, boolean isPaused, Commands others) {
        return new Plan(
                revision,
                other,
                exemption,
                isPaused,
                others,
                steps,
                guards,
                aotReplicas,
                policy,
                retirement,
                testHeader);
    }

    /** The same, kept on JIT because of {@code why}. */
    public Plan exempted(String why) {
        return new Plan(
                revision, goal, why, paused, commands, steps, guards, aotReplicas, policy, retirement, testHeader);
    }

    /** The same, on its way back for good: no test header, JIT as the goal. */
    public Plan backToJit() {
        return new Plan(
                revision, Goal.JIT, exemption, paused, commands, steps, guards, aotReplicas, policy, retirement, false);
    }
}
