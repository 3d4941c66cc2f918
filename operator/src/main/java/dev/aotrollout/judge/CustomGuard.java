package dev.aotrollout.judge;

import java.util.OptionalDouble;

/**
 * Is a value of the user's own within its limits?
 *
 * @param name of the query in {@link Metrics#custom()}
 * @param max largest tolerated value of AOT, in the query's own unit
 * @param maxRatio largest tolerated ratio of the values, AOT : JIT
 */
public record CustomGuard(Mode mode, String name, OptionalDouble max, OptionalDouble maxRatio) implements Guard {
    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return new Finding(GuardName.CUSTOM, mode, Verdict.UNKNOWN, Reason.NoData, "not measured yet", Figures.NONE);
    }
}
