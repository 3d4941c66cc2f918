package dev.aotrollout.judge;

import dev.aotrollout.statistics.Interval;
import dev.aotrollout.statistics.WelchRatio;
import java.util.List;

/**
 * Do AOT pods need less memory than JIT pods, and do they stay clear of their limit? The pod is the unit: its mean working set over
 * the window. The limit is checked with a single pod and without JIT.
 *
 * @param requiredGainPercent AOT must need at least this much less to pass
 * @param maxRegressionPercent AOT fails when it surely needs more than this much more
 * @param maxLimitPercent of the container's limit that a pod's peak may reach
 */
public record MemoryGuard(Mode mode, double requiredGainPercent, double maxRegressionPercent, double maxLimitPercent)
        implements Guard {
    private static final int MIN_PODS = 2;
    private static final double CONFIDENCE = 0.95;
    /** Two pods can agree by chance; no mean of a working set is known better than this. */
    private static final double DEVIATION_FLOOR = 0.02;

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return switch (evidence.metrics().memory()) {
            case Reading.Missing<Memory>(var why, var _) -> finding(Verdict.UNKNOWN, Reason.NoData, why, Figures.NONE);
            case Reading.Known<Memory>(var memory, var _) ->
                memory.aot().stream()
                        .filter(this::nearLimit)
                        .findFirst()
                        .map(this::nearLimitFinding)
                        .orElseGet(() -> compare(memory));
        };
    }

    private boolean nearLimit(PodMemory pod) {
        return pod.limitBytes() > 0 && pod.peakBytes() > pod.limitBytes() * maxLimitPercent / 100;
    }

    private Finding nearLimitFinding(PodMemory pod) {
        return finding(
                Verdict.FAIL,
                Reason.NearMemoryLimit,
                "pod %s reached %s of its limit of %s, limit %s; raise the limit or look for a leak"
                        .formatted(
                                pod.pod(),
                                Text.mebibytes(pod.peakBytes()),
                                Text.mebibytes(pod.limitBytes()),
                                Text.percent(maxLimitPercent)),
                new Figures.Measured("bytes", pod.peakBytes(), pod.limitBytes() * maxLimitPercent / 100, 1));
    }

    private Finding compare(Memory memory) {
        if (memory.aot().size() < MIN_PODS || memory.jit().size() < MIN_PODS)
            return finding(
                    Verdict.UNKNOWN,
                    Reason.ThinEvidence,
                    "%s AOT and %s JIT pods measured, %s of each needed"
                            .formatted(memory.aot().size(), memory.jit().size(), MIN_PODS),
                    Figures.NONE);
        var ratio = WelchRatio.of(sample(memory.aot()), sample(memory.jit()), CONFIDENCE);
        var jitMean = mean(memory.jit());
        var aotMean = mean(memory.aot());
        var figures = new Figures.Compared(
                "bytes", jitMean, aotMean, ratio, largestPassing(), memory.aot().size());
        var numbers = "AOT pods use %s, JIT pods %s, %s"
                .formatted(Text.mebibytes(aotMean), Text.mebibytes(jitMean), Text.change(ratio));
        return verdict(ratio, numbers, figures);
    }

    private Finding verdict(Interval ratio, String numbers, Figures figures) {
        if (ratio.low() > 1 + maxRegressionPercent / 100)
            return finding(
                    Verdict.FAIL,
                    Reason.MemoryRegressed,
                    numbers + ", limit +" + Text.percent(maxRegressionPercent),
                    figures);
        if (bound(ratio) <= largestPassing()) return finding(Verdict.PASS, Reason.MemoryHealthy, numbers, figures);
        return finding(
                Verdict.UNKNOWN,
                Reason.MemoryGainMissing,
                numbers + ", needed: "
                        + (requiredGainPercent > 0
                                ? "surely -" + Text.percent(requiredGainPercent)
                                : "below +" + Text.percent(maxRegressionPercent)),
                figures);
    }

    /** A gain that is asked for must be sure; where none is asked for, only a sure regression is held against AOT. */
    private double bound(Interval ratio) {
        return requiredGainPercent > 0 ? ratio.high() : ratio.estimate();
    }

    /** The ratio that AOT must stay below: the gain that was asked for, or else the margin. */
    private double largestPassing() {
        return requiredGainPercent > 0 ? 1 - requiredGainPercent / 100 : 1 + maxRegressionPercent / 100;
    }

    private static WelchRatio.Sample sample(List<PodMemory> pods) {
        return new WelchRatio.Sample(pods.stream().map(PodMemory::meanBytes).toList(), DEVIATION_FLOOR);
    }

    private static double mean(List<PodMemory> pods) {
        return pods.stream().mapToDouble(PodMemory::meanBytes).average().orElse(0);
    }

    private Finding finding(Verdict verdict, Reason reason, String message, Figures figures) {
        return new Finding(GuardName.MEMORY, mode, verdict, reason, message, figures);
    }
}
