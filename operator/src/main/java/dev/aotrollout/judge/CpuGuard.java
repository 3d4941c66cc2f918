package dev.aotrollout.judge;

/**
 * Does a request cost more processor time on AOT pods than on JIT pods?
 *
 * @param maxRegressionPercent AOT fails when a request surely costs more than this much more
 */
public record CpuGuard(Mode mode, double maxRegressionPercent) implements Guard {
    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return new Finding(GuardName.CPU, mode, Verdict.UNKNOWN, Reason.NoData, "not measured yet", Figures.NONE);
    }
}
