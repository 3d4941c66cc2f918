package dev.aotrollout.judge;

import dev.aotrollout.statistics.Interval;
import dev.aotrollout.statistics.WelchRatio;
import dev.aotrollout.statistics.WelchTest;
import java.util.List;

/**
 * One positive number a pod, of both tracks: the pod is the unit, not the scrape. No record, because quantiles and probabilities are
 * only computed where the estimate does not answer by itself.
 */
final class PodComparison {
    private static final double CONFIDENCE = 0.95;

    private final List<Double> jit;
    private final List<Double> aot;
    private final double estimate;
    private final Lazily<Interval> ratio;
    private final Lazily<Double> pEqual;

    private PodComparison(
            List<Double> jit, List<Double> aot, double estimate, Lazily<Interval> ratio, Lazily<Double> pEqual) {
        this.jit = jit;
        this.aot = aot;
        this.estimate = estimate;
        this.ratio = ratio;
        this.pEqual = pEqual;
    }

    /** What a guard makes of it. */
    enum Answer {
        REGRESSED,
        /** Beyond the margin and surely not equal, but not sure enough, or not yet, for a rollback. */
        SUSPECTED,
        GAIN_MISSING,
        HEALTHY
    }

    /**
     * What is known of the deviation of equal pods before any is seen, as if it came from so many degrees of freedom.
     *
     * @param relative standard deviation
     * @param degrees 0 where only the pods themselves tell
     */
    record Prior(double relative, int degrees) {
        static final Prior NONE = new Prior(0, 0);
    }

    /** At least 2 values of each; {@code floors} are the smallest relative deviations that values of each track can claim. */
    static PodComparison of(List<Double> jit, List<Double> aot, Floors floors, Prior prior) {
        var welch = WelchRatio.test(new WelchRatio.Sample(aot, floors.aot()), new WelchRatio.Sample(jit, floors.jit()));
        return new PodComparison(
                jit,
                aot,
                Math.exp(welch.logRatio()),
                Lazily.of(() -> welch.interval(CONFIDENCE)),
                Lazily.of(() -> pooled(jit, aot, floors, prior).pAbove(1)));
    }

    /** AOT : JIT, with 95 % confidence in each end by itself (Welch's test on logarithms). */
    Interval ratio() {
        return ratio.get();
    }

    /** Probability of so large a ratio, or a larger one, if AOT pods were like JIT pods. */
    double pEqual() {
        return pEqual.get();
    }

    /** Smallest relative standard deviation that one value of each track can honestly claim. */
    record Floors(double jit, double aot) {}

    /**
     * Student's test with the variance of all pods together: if AOT pods are like JIT pods they share it, and even two AOT pods
     * have the certainty that JIT's pods give.
     */
    private static WelchTest pooled(List<Double> jit, List<Double> aot, Floors floors, Prior prior) {
        var ofJit = Logs.of(jit);
        var ofAot = Logs.of(aot);
        var degrees = jit.size() + aot.size() - 2;
        var squares = ofJit.squares() + ofAot.squares() + prior.degrees() * prior.relative() * prior.relative();
        var variance = squares / (degrees + prior.degrees());
        var error = Math.max(variance, floors.jit() * floors.jit()) / jit.size()
                + Math.max(variance, floors.aot() * floors.aot()) / aot.size();
        return new WelchTest(ofAot.mean() - ofJit.mean(), Math.sqrt(error), degrees + prior.degrees());
    }

    private record Logs(double mean, double squares) {
        static Logs of(List<Double> values) {
            var sum = 0.0;
            for (var value : values) sum += Math.log(value);
            var mean = sum / values.size();
            var squares = 0.0;
            for (var value : values) squares += (Math.log(value) - mean) * (Math.log(value) - mean);
            return new Logs(mean, squares);
        }
    }

    /** The same with another interval and p-value. */
    PodComparison with(Interval other, double p) {
        return new PodComparison(jit, aot, other.estimate(), Lazily.of(() -> other), Lazily.of(() -> p));
    }

    double jitMean() {
        return mean(jit);
    }

    double aotMean() {
        return mean(aot);
    }

    private static double mean(List<Double> values) {
        var sum = 0.0;
        for (var value : values) sum += value;
        return values.isEmpty() ? 0 : sum / values.size();
    }

    /**
     * A regression must be beyond chance within {@code allowance} and surely beyond the margin. A gain that is asked for must be
     * sure; where none is, only what is surely not equal stands in the way: two pods rarely show "no worse".
     */
    Answer answer(Margins margins, double allowance) {
        if (estimate > margins.worst()) {
            if (ratio().low() > margins.worst() && pEqual() <= allowance) return Answer.REGRESSED;
            if (ratio().low() > 1) return Answer.SUSPECTED;
        }
        if (margins.requiredGainPercent() > 0 && ratio().high() > margins.largestPassing()) return Answer.GAIN_MISSING;
        return Answer.HEALTHY;
    }

    /**
     * What is asked of the ratio.
     *
     * @param requiredGainPercent AOT must need at least this much less; 0 where no gain is asked for
     * @param maxRegressionPercent AOT may need this much more
     */
    record Margins(double requiredGainPercent, double maxRegressionPercent) {
        double worst() {
            return 1 + maxRegressionPercent / 100;
        }

        double largestPassing() {
            return requiredGainPercent > 0 ? 1 - requiredGainPercent / 100 : worst();
        }
    }

    Figures figures(String unit, Margins margins) {
        return new Figures.Compared(unit, jitMean(), aotMean(), ratio(), margins.largestPassing(), aot.size());
    }

    /** Why a suspicion is no rollback yet. */
    String suspicion(Margins margins, StepWindow step) {
        return ", limit +" + Text.percent(margins.maxRegressionPercent()) + "; " + jit.size() + " JIT and " + aot.size()
                + " AOT pods leave a chance of " + chance(pEqual())
                + " that both are alike, and it is asked again in " + Text.span(Allowance.secondsToLook(step));
    }

    private static String chance(double p) {
        return p < 0.00001 ? "less than 0.001 %" : Text.percentOf(p);
    }
}
