package dev.aotrollout.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** Score intervals of one share and of the difference of two: for one look, not for watching. {@code confidence} is two-sided. */
public final class Proportions {
    private Proportions() {}

    /**
     * Wilson's score interval of a share.
     *
     * @param events at most {@code trials}; {@code trials} at least 1 (beyond 2^31 both are scaled down, which only widens)
     */
    public static Interval wilson(long events, long trials, double confidence) {
        Inputs.probability(confidence, "confidence");
        if (trials < 1 || events < 0 || events > trials)
            throw new IllegalArgumentException("a share needs 0 <= events <= trials and a trial, not %s of %s"
                    .formatted(String.valueOf(events), String.valueOf(trials)));
        var scale = 1 + trials / Integer.MAX_VALUE;
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                (int) (trials / scale), (int) (events / scale), 1 - confidence);
        return new Interval((double) events / trials, interval.getLowerBound(), interval.getUpperBound());
    }

    /**
     * Newcombe's hybrid score interval of the difference of two shares, treated less control.
     *
     * <p>Source: Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17
     * (1998) 873, method 10.
     */
    public static Interval difference(
            long events, long trials, long controlEvents, long controlTrials, double confidence) {
        var treated = wilson(events, trials, confidence);
        var control = wilson(controlEvents, controlTrials, confidence);
        var difference = treated.estimate() - control.estimate();
        var below = Math.hypot(treated.estimate() - treated.low(), control.high() - control.estimate());
        var above = Math.hypot(treated.high() - treated.estimate(), control.estimate() - control.low());
        return new Interval(difference, difference - below, difference + above);
    }
}
