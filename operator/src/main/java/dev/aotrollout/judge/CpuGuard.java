package dev.aotrollout.judge;

import java.util.List;

/**
 * Does a request cost more processor time on AOT pods than on JIT pods? The pod is the unit: its processor time over its requests
 * in the window.
 *
 * @param maxRegressionPercent AOT fails when a request surely costs more than this much more
 */
public record CpuGuard(Mode mode, double maxRegressionPercent) implements Guard {
    private static final int MIN_PODS = 2;
    /** With fewer the cost of an idle pod is all there is. */
    private static final double MIN_REQUESTS = 20;

    private static final double DEVIATION_FLOOR = 0.02;
    private static final double MILLIS = 1000;

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return switch (evidence.metrics().cpu()) {
            case Reading.Missing<Cpu>(var why, var _) -> finding(Verdict.UNKNOWN, Reason.NoData, why, Figures.NONE);
            case Reading.Known<Cpu>(var cpu, var _) ->
                compare(perRequest(cpu.jit()), perRequest(cpu.aot()), evidence, recall);
        };
    }

    private static List<Double> perRequest(List<Cpu.PodCpu> pods) {
        return pods.stream()
                .filter(pod -> pod.requests() >= MIN_REQUESTS && pod.seconds() > 0)
                .map(pod -> pod.seconds() / pod.requests())
                .toList();
    }

    private Finding compare(List<Double> jit, List<Double> aot, Evidence evidence, Recall recall) {
        if (evidence.step().leavesJitNothing() && jit.isEmpty())
            return finding(
                    Verdict.PASS,
                    Reason.CpuHealthy,
                    "JIT has no requests to compare with at weight 100; lower weights were judged",
                    Figures.NONE);
        if (aot.size() < MIN_PODS || jit.size() < MIN_PODS)
            return finding(
                    Verdict.UNKNOWN,
                    Reason.ThinEvidence,
                    aot.size() + " AOT and " + jit.size() + " JIT pods with at least " + Text.trimmed(MIN_REQUESTS)
                            + " requests measured, " + MIN_PODS + " of each needed",
                    Figures.NONE);
        var floors = new PodComparison.Floors(DEVIATION_FLOOR, DEVIATION_FLOOR);
        var comparison = recall.answer(
                "cpu", List.of(jit, aot), () -> PodComparison.of(jit, aot, floors, PodComparison.Prior.NONE));
        var margins = new PodComparison.Margins(0, maxRegressionPercent);
        var numbers = "a request costs " + Text.trimmed(comparison.aotMean() * MILLIS) + " ms of CPU on AOT pods, "
                + Text.trimmed(comparison.jitMean() * MILLIS) + " ms on JIT pods, " + Text.change(comparison.ratio());
        var figures = comparison.figures("seconds", margins);
        return switch (comparison.answer(margins, Allowance.CPU.atLook(evidence.step()))) {
            case REGRESSED ->
                finding(
                        Verdict.FAIL,
                        Reason.CpuRegressed,
                        numbers + ", limit +" + Text.percent(maxRegressionPercent),
                        figures);
            case SUSPECTED ->
                finding(
                        Verdict.UNKNOWN,
                        Reason.CpuSuspected,
                        numbers + comparison.suspicion(margins, evidence.step()),
                        figures);
            case GAIN_MISSING, HEALTHY -> finding(Verdict.PASS, Reason.CpuHealthy, numbers, figures);
        };
    }

    private Finding finding(Verdict verdict, Reason reason, String message, Figures figures) {
        return new Finding(GuardName.CPU, mode, verdict, reason, message, figures);
    }
}
