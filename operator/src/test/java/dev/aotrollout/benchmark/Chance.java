package dev.aotrollout.benchmark;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** All randomness of one rollout; the same seed always gives the same rollout. */
final class Chance {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("Xoroshiro128PlusPlus");
    /** From here on a normal approximation with a correction for the skewness is as good as the exact law. */
    private static final double LARGE_MEAN = 40;

    private final RandomGenerator random;

    /** @param seed of the whole run; {@code index} of this rollout in it */
    Chance(long seed, long index) {
        random = FACTORY.create(mixed(mixed(seed) + index));
    }

    /** SplitMix64's finalizer: neighbouring seeds give unrelated streams. */
    private static long mixed(long value) {
        var z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    double uniform() {
        return random.nextDouble();
    }

    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    double logUniform(double from, double to) {
        return Math.exp(uniform(Math.log(from), Math.log(to)));
    }

    int whole(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double oneOf(double... values) {
        return values[random.nextInt(values.length)];
    }

    double normal() {
        return random.nextGaussian();
    }

    double exponential(double mean) {
        return mean * random.nextExponential();
    }

    long poisson(double mean) {
        if (mean <= 0) return 0;
        if (mean >= LARGE_MEAN) {
            var z = normal();
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * z + (z * z - 1) / 6));
        }
        var u = uniform();
        var probability = Math.exp(-mean);
        var count = 0L;
        while (u > probability && count < 10 * LARGE_MEAN) {
            u -= probability;
            count++;
            probability *= mean / count;
        }
        return count;
    }

    /** Of mean 1; a small shape gives rare large values. Marsaglia and Tsang 2000, with their boost for shapes below 1. */
    double gamma(double shape) {
        var d = shape + 1 - 1.0 / 3;
        var c = 1 / Math.sqrt(9 * d);
        while (true) {
            var z = normal();
            var v = Math.pow(1 + c * z, 3);
            if (v > 0 && Math.log(uniform()) < z * z / 2 + d - d * v + d * Math.log(v))
                return d * v * Math.pow(uniform(), 1 / shape) / shape;
        }
    }
}
