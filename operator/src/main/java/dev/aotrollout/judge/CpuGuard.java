package dev.aotrollout.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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

    private static final PodComparison.Floors FLOORS = new PodComparison.Floors(0.02, 0.02);

    private static final double MILLIS = 1000;

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return switch (evidence.metrics().cpu()) {
            case Reading.Missing<Cpu>(var why, var _) -> unknown(Reason.NoData, why);
            case Reading.Known<Cpu>(var cpu, var _) ->
                compare(perRequest(cpu.jit()), perRequest(cpu.aot()), evidence, recall);
        };
    }

    private static List<Double> perRequest(List<Cpu.PodCpu> pods) {
        var costs = new ArrayList<Double>(pods.size());
        for (var pod : pods)
            if (pod.requests() >= MIN_REQUESTS && pod.seconds() > 0) costs.add(rounded(pod.seconds() / pod.requests()));
        return costs;
    }

    /** To seven digits: what is left of a sum's own rounding is no news that would have to be compared again. */
    private static double rounded(double seconds) {
        return (float) seconds;
    }

    private Finding compare(List<Double> jit, List<Double> aot, Evidence evidence, Recall recall) {
        if (evidence.step().leavesJitNothing() && jit.isEmpty())
            return new Finding(
                    GuardName.CPU,
                    mode,
                    Verdict.PASS,
                    Reason.CpuHealthy,
                    "JIT has no requests to compare with at weight 100; lower weights were judged",
                    Figures.NONE);
        if (aot.size() < MIN_PODS || jit.size() < MIN_PODS)
            return unknown(
                    Reason.ThinEvidence,
                    aot.size() + " AOT and " + jit.size() + " JIT pods with at least " + Text.trimmed(MIN_REQUESTS)
                            + " requests measured, " + MIN_PODS + " of each needed");
        var comparison = recall.answer(
                "cpu", List.of(jit, aot), () -> PodComparison.of(jit, aot, FLOORS, PodComparison.Prior.NONE));
        var margins = new PodComparison.Margins(0, maxRegressionPercent);
        var step = evidence.step();
        return switch (comparison.answer(margins, Allowance.CPU.atLook(step))) {
            case REGRESSED ->
                finding(
                        Verdict.FAIL,
                        Reason.CpuRegressed,
                        () -> words(comparison, margins, ", limit +" + Text.percent(maxRegressionPercent)));
            case SUSPECTED ->
                finding(
                        Verdict.UNKNOWN,
                        Reason.CpuSuspected,
                        () -> words(comparison, margins, comparison.suspicion(margins, step)));
            case GAIN_MISSING, HEALTHY ->
                finding(Verdict.PASS, Reason.CpuHealthy, () -> words(comparison, margins, ""));
        };
    }

    private static Finding.Words words(PodComparison comparison, PodComparison.Margins margins, String more) {
        return new Finding.Words(
                "a request costs " + Text.trimmed(comparison.aotMean() * MILLIS) + " ms of CPU on AOT pods, "
                        + Text.trimmed(comparison.jitMean() * MILLIS) + " ms on JIT pods, "
                        + Text.change(comparison.ratio()) + more,
                comparison.figures("seconds", margins));
    }

    private Finding finding(Verdict verdict, Reason reason, Supplier<Finding.Words> words) {
        return new Finding(GuardName.CPU, mode, verdict, reason, words);
    }

    private Finding unknown(Reason reason, String why) {
        return new Finding(GuardName.CPU, mode, Verdict.UNKNOWN, reason, why, Figures.NONE);
    }
}
