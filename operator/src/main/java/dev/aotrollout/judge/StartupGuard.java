package dev.aotrollout.judge;

import dev.aotrollout.statistics.HodgesLehmann;
import dev.aotrollout.statistics.Interval;
import dev.aotrollout.statistics.MannWhitney;
import java.util.List;
import java.util.function.Supplier;

/**
 * Do AOT pods get ready faster than JIT pods? Start times have long tails, so ranks answer as soon as there are enough pods; with
 * fewer, Student's test does on logarithms, with what is known of start times beside the few that were seen. Kubernetes stamps whole
 * seconds and the probe looks once a period; where that drowns the difference, the answer is unknown and says what to set.
 *
 * @param requiredGainPercent AOT must start at least this much faster to pass
 * @param maxRegressionPercent AOT fails when it surely starts more than this much slower
 */
public record StartupGuard(Mode mode, double requiredGainPercent, double maxRegressionPercent) implements Guard {
    private static final int MIN_PODS = 2;
    /** Two-sided: 95 % in each end by itself. */
    private static final double CONFIDENCE = 0.90;
    /** Standard deviation of a uniform error of width 1 at both ends of a difference of two stamps. */
    private static final double UNIFORM_DEVIATION = 1 / Math.sqrt(6);
    /** Starts of equal pods differ by some 15 % on a machine that is not idle. */
    private static final PodComparison.Prior PRIOR = new PodComparison.Prior(0.15, 6);

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        var jit = evidence.pods().jitStartups();
        var aot = evidence.pods().aotStartups();
        if (aot.seconds().size() < MIN_PODS || jit.seconds().size() < MIN_PODS)
            return unknown(
                    Reason.ThinEvidence,
                    aot.seconds().size() + " AOT and " + jit.seconds().size() + " JIT pod starts seen, " + MIN_PODS
                            + " of each needed");
        var step = evidence.step();
        // The test is chosen by the number of pods and the step alone, never by what they say.
        var smallest = Allowance.STARTUP.atFirstLook(step.number());
        var comparison = recall.answer("startup", List.of(jit, aot, smallest), () -> compare(jit, aot, smallest));
        return verdict(comparison, Math.max(jit.resolutionSeconds(), aot.resolutionSeconds()), step);
    }

    private static PodComparison compare(Startups jit, Startups aot, double smallest) {
        var floors = new PodComparison.Floors(coarseness(jit), coarseness(aot));
        var byLogs = PodComparison.of(jit.seconds(), aot.seconds(), floors, PRIOR);
        var byRanks = HodgesLehmann.ratio(aot.seconds(), jit.seconds(), CONFIDENCE);
        return byLogs.with(
                Double.isFinite(byRanks.high()) && byRanks.low() > 0 ? wider(byRanks, jit, aot) : byLogs.ratio(),
                smallestRankP(jit.seconds().size(), aot.seconds().size()) <= smallest
                        ? MannWhitney.of(aot.seconds(), jit.seconds()).pGreater()
                        : byLogs.pEqual());
    }

    /** Ranks know nothing of stamps: many equal ones would claim to be exact. */
    private static Interval wider(Interval ratio, Startups jit, Startups aot) {
        var error = Math.hypot(
                coarseness(jit) / Math.sqrt(jit.seconds().size()),
                coarseness(aot) / Math.sqrt(aot.seconds().size()));
        return new Interval(ratio.estimate(), ratio.low() * Math.exp(-error), ratio.high() * Math.exp(error));
    }

    private static double coarseness(Startups startups) {
        var mean = startups.seconds().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(1);
        return startups.resolutionSeconds() * UNIFORM_DEVIATION / mean;
    }

    /** One of all ways to choose the AOT pods from all pods. */
    private static double smallestRankP(int jit, int aot) {
        var p = 1.0;
        for (var k = 1; k <= Math.min(jit, aot); k++) p *= (double) k / (jit + aot - Math.min(jit, aot) + k);
        return p;
    }

    private Finding verdict(PodComparison comparison, double resolution, StepWindow step) {
        var margins = new PodComparison.Margins(requiredGainPercent, maxRegressionPercent);
        var answer = comparison.answer(margins, Allowance.STARTUP.atLook(step));
        if (answer == PodComparison.Answer.REGRESSED)
            return finding(
                    Verdict.FAIL,
                    Reason.StartupRegressed,
                    () -> words(comparison, margins, ", limit +" + Text.percent(maxRegressionPercent)));
        if (answer == PodComparison.Answer.HEALTHY)
            return finding(Verdict.PASS, Reason.StartupHealthy, () -> words(comparison, margins, ""));
        if (Math.abs(margins.largestPassing() - 1) * comparison.jitMean() < resolution)
            return finding(
                    Verdict.UNKNOWN,
                    Reason.StartupResolutionCoarse,
                    () -> words(
                            comparison,
                            margins,
                            needed(margins) + "; stamps resolve " + Text.seconds(resolution)
                                    + ", set startupProbe.periodSeconds: 1"));
        return answer == PodComparison.Answer.SUSPECTED
                ? finding(
                        Verdict.UNKNOWN,
                        Reason.StartupSuspected,
                        () -> words(comparison, margins, comparison.suspicion(margins, step)))
                : finding(
                        Verdict.UNKNOWN, Reason.StartupGainMissing, () -> words(comparison, margins, needed(margins)));
    }

    private static String needed(PodComparison.Margins margins) {
        return ", needed: " + Text.signed(margins.largestPassing()) + " %";
    }

    private static Finding.Words words(PodComparison comparison, PodComparison.Margins margins, String more) {
        return new Finding.Words(
                "AOT pods are ready after " + Text.seconds(comparison.aotMean()) + ", JIT pods after "
                        + Text.seconds(comparison.jitMean()) + ", " + Text.change(comparison.ratio()) + more,
                comparison.figures("seconds", margins));
    }

    private Finding finding(Verdict verdict, Reason reason, Supplier<Finding.Words> words) {
        return new Finding(GuardName.STARTUP, mode, verdict, reason, words);
    }

    private Finding unknown(Reason reason, String why) {
        return new Finding(GuardName.STARTUP, mode, Verdict.UNKNOWN, reason, why, Figures.NONE);
    }
}
