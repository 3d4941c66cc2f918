package dev.aotrollout.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Do AOT pods need less memory than JIT pods, and do they stay clear of their limit? The pod is the unit: its mean working set over
 * the window. A regression must be beyond chance ({@link Allowance}) and surely beyond the margin. The limit is a fact: it is checked with a single pod and without JIT.
 *
 * @param requiredGainPercent AOT must need at least this much less to pass
 * @param maxRegressionPercent AOT fails when it surely needs more than this much more
 * @param maxLimitPercent of the container's limit that a pod's peak may reach
 */
public record MemoryGuard(Mode mode, double requiredGainPercent, double maxRegressionPercent, double maxLimitPercent)
        implements Guard {
    private static final int MIN_PODS = 2;
    /** Two pods can agree by chance; no mean of a working set is known better than this. */
    private static final PodComparison.Floors FLOORS = new PodComparison.Floors(0.02, 0.02);

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return switch (evidence.metrics().memory()) {
            case Reading.Missing<Memory>(var why, var _) -> unknown(Reason.NoData, why);
            case Reading.Known<Memory>(var memory, var _) -> {
                for (var pod : memory.aot()) if (nearLimit(pod)) yield nearLimitFinding(pod);
                yield compare(memory, evidence, recall);
            }
        };
    }

    private boolean nearLimit(PodMemory pod) {
        return pod.limitBytes() > 0 && pod.peakBytes() > pod.limitBytes() * maxLimitPercent / 100;
    }

    private Finding nearLimitFinding(PodMemory pod) {
        return finding(
                Verdict.FAIL,
                Reason.NearMemoryLimit,
                () -> new Finding.Words(
                        "pod " + pod.pod() + " reached " + Text.mebibytes(pod.peakBytes()) + " of its limit of "
                                + Text.mebibytes(pod.limitBytes()) + ", limit " + Text.percent(maxLimitPercent)
                                + "; raise the limit or look for a leak",
                        new Figures.Measured("bytes", pod.peakBytes(), pod.limitBytes() * maxLimitPercent / 100, 1)));
    }

    private Finding compare(Memory memory, Evidence evidence, Recall recall) {
        if (memory.aot().size() < MIN_PODS || memory.jit().size() < MIN_PODS)
            return unknown(
                    Reason.ThinEvidence,
                    memory.aot().size() + " AOT and " + memory.jit().size() + " JIT pods measured, " + MIN_PODS
                            + " of each needed");
        var jit = means(memory.jit());
        var aot = means(memory.aot());
        var comparison = recall.answer(
                "memory", List.of(jit, aot), () -> PodComparison.of(jit, aot, FLOORS, PodComparison.Prior.NONE));
        return verdict(comparison, memory, evidence.step());
    }

    private Finding verdict(PodComparison comparison, Memory memory, StepWindow step) {
        var margins = new PodComparison.Margins(requiredGainPercent, maxRegressionPercent);
        return switch (comparison.answer(margins, Allowance.MEMORY.atLook(step))) {
            case REGRESSED ->
                finding(
                        Verdict.FAIL,
                        Reason.MemoryRegressed,
                        () -> words(comparison, margins, ", limit +" + Text.percent(maxRegressionPercent)));
            case SUSPECTED ->
                finding(
                        Verdict.UNKNOWN,
                        Reason.MemorySuspected,
                        () -> words(comparison, margins, comparison.suspicion(margins, step)));
            case GAIN_MISSING ->
                finding(
                        Verdict.UNKNOWN,
                        Reason.MemoryGainMissing,
                        () -> words(comparison, margins, ", needed: surely -" + Text.percent(requiredGainPercent)));
            case HEALTHY ->
                finding(
                        Verdict.PASS,
                        Reason.MemoryHealthy,
                        () -> new Finding.Words(
                                numbers(comparison), comparison.figures("bytes", margins), residentSets(memory)));
        };
    }

    private static Finding.Words words(PodComparison comparison, PodComparison.Margins margins, String more) {
        return new Finding.Words(numbers(comparison) + more, comparison.figures("bytes", margins));
    }

    private static String numbers(PodComparison comparison) {
        return "AOT pods use " + Text.mebibytes(comparison.aotMean()) + ", JIT pods "
                + Text.mebibytes(comparison.jitMean()) + ", " + Text.change(comparison.ratio());
    }

    private static List<Double> means(List<PodMemory> pods) {
        var means = new ArrayList<Double>(pods.size());
        for (var pod : pods) means.add(pod.meanBytes());
        return means;
    }

    /** Code that AOT maps from its file is reclaimable page cache; code that JIT makes is not: the resident sets show it. */
    private static List<String> residentSets(Memory memory) {
        var jit = resident(memory.jit());
        var aot = resident(memory.aot());
        if (jit.isEmpty() || aot.isEmpty()) return List.of();
        return List.of("resident sets: AOT pods " + Text.mebibytes(aot.getAsDouble()) + ", JIT pods "
                + Text.mebibytes(jit.getAsDouble()));
    }

    private static OptionalDouble resident(List<PodMemory> pods) {
        var sum = 0.0;
        var measured = 0;
        for (var pod : pods) {
            if (pod.residentBytes() <= 0) continue;
            sum += pod.residentBytes();
            measured++;
        }
        return measured == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / measured);
    }

    private Finding finding(Verdict verdict, Reason reason, Supplier<Finding.Words> words) {
        return new Finding(GuardName.MEMORY, mode, verdict, reason, words);
    }

    private Finding unknown(Reason reason, String why) {
        return new Finding(GuardName.MEMORY, mode, Verdict.UNKNOWN, reason, why, Figures.NONE);
    }
}
