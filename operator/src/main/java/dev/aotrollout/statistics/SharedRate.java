package dev.aotrollout.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Fisher's exact test, one-sided, of whether two sides share one rate of events: exact for the smallest counts. */
public final class SharedRate {
    private static final double NEGLIGIBLE = 1e-16;

    private SharedRate() {}

    /** What one side shows: {@code events}, at most as many as {@code trials}, both at least 0. */
    public record Side(long events, long trials) {
        public Side {
            if (events < 0 || events > trials)
                throw new IllegalArgumentException("a side needs 0 <= events <= trials, not %s of %s"
                        .formatted(String.valueOf(events), String.valueOf(trials)));
        }

        /** Rounded in favour of more events where {@code up}; those are never more than the trials. */
        private Side dividedBy(double divisor, boolean up) {
            var count = up ? Math.ceil(events / divisor) : Math.floor(events / divisor);
            return new Side((long) count, (long) Math.max(count, Math.ceil(trials / divisor)));
        }
    }

    /**
     * Probability that {@code side} has at least so many of the events of both sides, given how many there are altogether, if all
     * trials have the same chance of one.
     *
     * @param dispersion at least 1: so many events count as one, for those that come in bursts; the variance as a multiple of
     *     that of independent ones. Counts beyond 2^31 are scaled down likewise, which only makes the answer less sure.
     */
    public static double pAtLeast(Side side, Side other, double dispersion) {
        var divisor = Math.max(dispersion, (side.trials + other.trials) / (Integer.MAX_VALUE - 2.0));
        var one = side.dividedBy(divisor, false);
        var two = other.dividedBy(divisor, true);
        return tail(one, two);
    }

    private static double tail(Side one, Side two) {
        var all = one.events + two.events;
        var mean = (double) all * one.trials / Math.max(1, one.trials + two.trials);
        if (one.events <= mean) return tailFromBelow(one, two);
        var term = distribution(one, two).probability((int) one.events);
        var sum = 0.0;
        for (var k = one.events; term > NEGLIGIBLE * sum; k++) {
            sum += term;
            term *= (double) (all - k) * (one.trials - k) / ((k + 1.0) * (two.trials - all + k + 1.0));
        }
        return sum;
    }

    private static double tailFromBelow(Side one, Side two) {
        return one.events == 0 ? 1 : distribution(one, two).survivalProbability((int) one.events - 1);
    }

    private static HypergeometricDistribution distribution(Side one, Side two) {
        return HypergeometricDistribution.of(
                (int) (one.trials + two.trials), (int) (one.events + two.events), (int) one.trials);
    }
}
