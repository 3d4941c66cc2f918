package dev.aotrollout.simulation;

import java.util.random.RandomGenerator;

/** Draws counts, and what hits both tracks alike: bursts of errors, and latency that wanders. */
final class Chance {
    /** Above this a normal distribution is close enough. */
    private static final int MANY = 30;

    private final RandomGenerator random;
    private double wandering;
    private double autocorrelation;
    private double deviation;
    private double burstsPerBin;
    private double burstErrorRatio;
    private int binsOfBurstLeft;
    private int binsOfBurst;

    Chance(RandomGenerator random) {
        this.random = random;
    }

    /** The share of slow requests of both tracks follows an AR(1) process in logarithms, one step a bin. */
    void latencyWanders(double correlation, double logDeviation) {
        autocorrelation = correlation;
        deviation = logDeviation;
    }

    /** Now and then both tracks answer {@code errorRatio} errors for {@code bins} bins. */
    void bursts(double perBin, int bins, double errorRatio) {
        burstsPerBin = perBin;
        binsOfBurst = bins;
        burstErrorRatio = errorRatio;
    }

    /** On to the next bin. */
    void next() {
        if (deviation > 0)
            wandering = autocorrelation * wandering
                    + Math.sqrt(1 - autocorrelation * autocorrelation) * deviation * random.nextGaussian();
        if (binsOfBurstLeft > 0) binsOfBurstLeft--;
        else if (burstsPerBin > 0 && random.nextDouble() < burstsPerBin) binsOfBurstLeft = binsOfBurst;
    }

    double slowFactor() {
        return deviation > 0 ? Math.exp(wandering) : 1;
    }

    /** Of both tracks, beside their own errors. */
    double sharedErrorRatio() {
        return binsOfBurstLeft > 0 ? burstErrorRatio : 0;
    }

    /** At most {@code limit}. */
    long count(double mean, long limit) {
        return Math.min(limit, count(mean));
    }

    /** Poisson. */
    long count(double mean) {
        if (mean <= 0) return 0;
        if (mean > MANY) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        var limit = Math.exp(-mean);
        var product = random.nextDouble();
        long count = 0;
        for (; product > limit; count++) product *= random.nextDouble();
        return count;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
