package dev.aotrollout.judge;

import java.time.Duration;

/**
 * Does the memory of AOT pods grow so that it reaches its limit within {@code horizon}, faster than that of JIT pods?
 *
 * @param horizon a leak that takes longer than this to reach the limit is only shown
 */
public record LeakGuard(Mode mode, Duration horizon) implements Guard {
    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return new Finding(GuardName.LEAK, mode, Verdict.UNKNOWN, Reason.NoData, "not measured yet", Figures.NONE);
    }
}
