package dev.aotrollout.statistics;

/**
 * Time-uniform confidence interval for the ratio of two event rates: the ratios that a {@link MixtureEProcess} with equally
 * weighted alternatives on both sides (1/e^4 to e^4, in steps of e^(1/4)) does not reject.
 */
public final class RatioInterval {
    private static final double GRID_STEP = 0.25;
    private static final double GRID_END = 4;
    private static final int GRID_SIZE = 1 + (int) (2 * GRID_END / GRID_STEP);
    private static final double[] MULTIPLES = new double[GRID_SIZE];

    private static final double LOG_MIN = Math.log(1e-4);
    private static final double LOG_MAX = Math.log(1e5);

    private static final double TOLERANCE = 1e-10;
    /** After so short a step the error is about the square of it. */
    private static final double LAST_STEP = 1e-6;

    private static final int MAX_STEPS = 60;

    /** Alternatives whose likelihood is this far (in logarithms) below that of the best do not show in the sum. */
    private static final double NEGLIGIBLE = -30;

    static {
        for (var k = 0; k < GRID_SIZE; k++) MULTIPLES[k] = Math.exp(logMultiple(k));
    }

    private RatioInterval() {}

    /**
     * The ratio of the two event rates, treated : control. The ends lie between 0.0001 and 100,000 even if the estimate does not.
     *
     * @param events treated events; {@code exposure} treated exposure, above 0; likewise for the control
     * @param alpha the probability, over all looks together, that the interval misses the true ratio
     * @return the ratio of the rates; the estimate adds half an event to each side so that it exists when a count is 0
     */
    public static Interval of(
            double events, double exposure, double controlEvents, double controlExposure, double alpha) {
        Inputs.notNegative(events, "events");
        Inputs.positive(exposure, "exposure");
        Inputs.notNegative(controlEvents, "events of the control");
        Inputs.positive(controlExposure, "exposure of the control");
        Inputs.probability(alpha, "alpha");
        var estimate = ((events + 0.5) / exposure) / ((controlEvents + 0.5) / controlExposure);
        if (events + controlEvents == 0) return new Interval(estimate, Math.exp(LOG_MIN), Math.exp(LOG_MAX));
        var centre = Math.clamp(Math.log(estimate), LOG_MIN, LOG_MAX);
        var evidence = new Evidence(events, controlEvents, exposure / controlExposure, -Math.log(alpha));
        var reach = reach(1 / (events + 0.5) + 1 / (controlEvents + 0.5), evidence.threshold);
        return new Interval(
                estimate,
                Math.exp(evidence.edge(centre, LOG_MIN, centre - reach)),
                Math.exp(evidence.edge(centre, LOG_MAX, centre + reach)));
    }

    /** About how far the ends lie from the estimate, by the normal approximation: where the alternative that is best there reaches the threshold. */
    private static double reach(double variance, double threshold) {
        var alternatives = Math.max(1, Math.sqrt(2 * Math.PI * variance) / GRID_STEP);
        var needed = variance * (threshold - Math.log(alternatives));
        var best = Math.max(1, Math.rint(Math.sqrt(2 * needed) / GRID_STEP)) * GRID_STEP;
        return best / 2 + needed / best;
    }

    private static double logMultiple(int k) {
        return k * GRID_STEP - GRID_END;
    }

    /** The counts, and ln E (less the threshold) with its slope at the null ratio that was last asked for. */
    private static final class Evidence {
        private final double events;
        private final double all;
        private final double exposures;
        private final double logBest;
        private final double threshold;

        private double excess;
        private double slope;

        private double exposed;
        private double logReference;
        private double ofOther;
        private double total;
        private double totalSlope;

        Evidence(double events, double controlEvents, double exposures, double threshold) {
            this.events = events;
            all = events + controlEvents;
            this.exposures = exposures;
            logBest = Math.log(events) - Math.log(controlEvents) - Math.log(exposures);
            this.threshold = threshold + Math.log(GRID_SIZE);
        }

        /** The border of the accepted ratios between one that is accepted and the end of the range: Newton, held by a bracket. */
        double edge(double accepted, double end, double guess) {
            if (!isSurelyRejected(end)) {
                look(end);
                if (excess < 0) return end;
            }
            var inside = accepted;
            var outside = end;
            var next = guess;
            for (var step = 0; step < MAX_STEPS && Math.abs(outside - inside) > TOLERANCE; step++) {
                if (!isBetween(next, inside, outside)) next = (inside + outside) / 2;
                look(next);
                if (excess < 0) inside = next;
                else outside = next;
                var move = -excess / slope;
                next += move;
                if (Math.abs(move) < LAST_STEP) return next;
            }
            return inside;
        }

        /** By the best alternative alone; without a doubt where the range ends far from the estimate. */
        private boolean isSurelyRejected(double logRatio) {
            suppose(logRatio);
            var below = belowBest(logRatio);
            return Math.max(logLikelihood(below), logLikelihood(below + 1)) > threshold;
        }

        private void suppose(double logRatio) {
            exposed = Math.exp(logRatio) * exposures;
            ofOther = 1 / (exposed + 1);
        }

        /** The best alternative is this one or the next. */
        private int belowBest(double logRatio) {
            return Math.clamp((int) Math.floor((logBest - logRatio + GRID_END) / GRID_STEP), 0, GRID_SIZE - 2);
        }

        private static boolean isBetween(double value, double one, double other) {
            return value > Math.min(one, other) && value < Math.max(one, other);
        }

        /** Sums the likelihood ratios from the best alternative outwards: their logarithms are concave along the grid. */
        private void look(double logRatio) {
            suppose(logRatio);
            var below = belowBest(logRatio);
            var left = logLikelihood(below);
            var right = logLikelihood(below + 1);
            logReference = Math.max(left, right);
            total = 0;
            totalSlope = 0;
            add(below, left - logReference);
            add(below + 1, right - logReference);
            var up = below + 2;
            while (up < GRID_SIZE && counts(up)) up++;
            var down = below - 1;
            while (down >= 0 && counts(down)) down--;
            excess = logReference + Math.log(total) - threshold;
            slope = all * totalSlope / total;
        }

        /** Adds one alternative to the sums, unless it is too unlikely to show there. */
        private boolean counts(int k) {
            var relative = logLikelihood(k) - logReference;
            if (relative < NEGLIGIBLE) return false;
            add(k, relative);
            return true;
        }

        private void add(int k, double relative) {
            var likelihood = Math.exp(relative);
            total += likelihood;
            totalSlope += likelihood * (1 / (MULTIPLES[k] * exposed + 1) - ofOther);
        }

        private double logLikelihood(int k) {
            return events * logMultiple(k) - all * Math.log((MULTIPLES[k] * exposed + 1) * ofOther);
        }
    }
}
