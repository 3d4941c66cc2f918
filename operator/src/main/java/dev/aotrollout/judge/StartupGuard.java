package dev.aotrollout.judge;

import dev.aotrollout.statistics.Interval;
import dev.aotrollout.statistics.WelchRatio;

/**
 * Do AOT pods get ready faster than JIT pods? Kubernetes stamps whole seconds and the probe looks once a period, so each value
 * carries that resolution into the interval; where it drowns the difference, the answer is unknown and says what to set.
 *
 * @param requiredGainPercent AOT must start at least this much faster to pass
 * @param maxRegressionPercent AOT fails when it surely starts more than this much slower
 */
public record StartupGuard(Mode mode, double requiredGainPercent, double maxRegressionPercent) implements Guard {
    private static final int MIN_PODS = 2;
    private static final double CONFIDENCE = 0.95;
    /** Standard deviation of a uniform error of width 1 at both ends of a difference of two stamps. */
    private static final double UNIFORM_DEVIATION = 1 / Math.sqrt(6);

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        var jit = evidence.pods().jitStartups();
        var aot = evidence.pods().aotStartups();
        if (aot.seconds().size() < MIN_PODS || jit.seconds().size() < MIN_PODS)
            return finding(
                    Verdict.UNKNOWN,
                    Reason.ThinEvidence,
                    "%s AOT and %s JIT pod starts seen, %s of each needed"
                            .formatted(aot.seconds().size(), jit.seconds().size(), MIN_PODS),
                    Figures.NONE);
        var ratio = WelchRatio.of(sample(aot), sample(jit), CONFIDENCE);
        var numbers = "AOT pods are ready after %s, JIT pods after %s, %s"
                .formatted(Text.seconds(mean(aot)), Text.seconds(mean(jit)), Text.change(ratio));
        var figures = new Figures.Compared(
                "seconds",
                mean(jit),
                mean(aot),
                ratio,
                1 - requiredGainPercent / 100,
                aot.seconds().size());
        return verdict(ratio, numbers, Math.max(jit.resolutionSeconds(), aot.resolutionSeconds()), figures);
    }

    private Finding verdict(Interval ratio, String numbers, double resolutionSeconds, Figures figures) {
        if (ratio.low() > 1 + maxRegressionPercent / 100)
            return finding(
                    Verdict.FAIL,
                    Reason.StartupRegressed,
                    numbers + ", limit +" + Text.percent(maxRegressionPercent),
                    figures);
        if (bound(ratio) <= largestPassing()) return finding(Verdict.PASS, Reason.StartupHealthy, numbers, figures);
        return finding(
                Verdict.UNKNOWN,
                Reason.StartupGainMissing,
                "%s, needed: %s %%; stamps resolve %s, set startupProbe.periodSeconds to 1"
                        .formatted(numbers, Text.signed(largestPassing()), Text.seconds(resolutionSeconds)),
                figures);
    }

    /** A gain that is asked for must be sure; where none is asked for, only a sure regression is held against AOT. */
    private double bound(Interval ratio) {
        return requiredGainPercent > 0 ? ratio.high() : ratio.estimate();
    }

    private double largestPassing() {
        return requiredGainPercent > 0 ? 1 - requiredGainPercent / 100 : 1 + maxRegressionPercent / 100;
    }

    private static WelchRatio.Sample sample(Startups startups) {
        return new WelchRatio.Sample(
                startups.seconds(), startups.resolutionSeconds() * UNIFORM_DEVIATION / mean(startups));
    }

    private static double mean(Startups startups) {
        return startups.seconds().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(1);
    }

    private Finding finding(Verdict verdict, Reason reason, String message, Figures figures) {
        return new Finding(GuardName.STARTUP, mode, verdict, reason, message, figures);
    }
}
