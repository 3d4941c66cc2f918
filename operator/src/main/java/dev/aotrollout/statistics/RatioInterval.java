package dev.aotrollout.statistics;

import java.util.List;
import java.util.stream.IntStream;

/** Time-uniform confidence interval for the ratio of two event rates, by inverting {@link MixtureEProcess}. */
public final class RatioInterval {
    private static final double GRID_STEP = 0.25;
    private static final double GRID_END = 4;
    private static final double LOG_MIN = Math.log(1e-4);
    private static final double LOG_MAX = Math.log(1e5);
    private static final int BISECTIONS = 40;

    private static final List<Double> GRID = twoSidedGrid();

    private RatioInterval() {}

    /**
     * The ratio of the two event rates, treated : control.
     *
     * @param events treated events; {@code exposure} treated exposure, above 0; likewise for the control
     * @param alpha the probability, over all looks together, that the interval misses the true ratio
     * @return the ratio of the rates; the estimate adds half an event to each side so that it exists when a count is 0
     */
    public static Interval of(
            double events, double exposure, double controlEvents, double controlExposure, double alpha) {
        var estimate = ((events + 0.5) / exposure) / ((controlEvents + 0.5) / controlExposure);
        var centre = Math.log(Math.clamp(estimate, 1e-3, 1e4));
        var counts = new Counts(events, exposure, controlEvents, controlExposure, -Math.log(alpha));
        return new Interval(estimate, Math.exp(counts.edge(centre, LOG_MIN)), Math.exp(counts.edge(centre, LOG_MAX)));
    }

    private record Counts(
            double events, double exposure, double controlEvents, double controlExposure, double logThreshold) {
        /** The border of the accepted ratios between one that is accepted and the end of the range, in logarithms. */
        double edge(double accepted, double end) {
            if (accepts(end)) return end;
            var inside = accepted;
            var outside = end;
            for (var i = 0; i < BISECTIONS; i++) {
                var middle = (inside + outside) / 2;
                if (accepts(middle)) inside = middle;
                else outside = middle;
            }
            return inside;
        }

        private boolean accepts(double logRatio) {
            var process = MixtureEProcess.against(Math.exp(logRatio), GRID);
            process.add(events, exposure, controlEvents, controlExposure);
            return process.logE() < logThreshold;
        }
    }

    private static List<Double> twoSidedGrid() {
        return IntStream.rangeClosed(0, (int) (2 * GRID_END / GRID_STEP))
                .mapToObj(k -> Math.exp(-GRID_END + k * GRID_STEP))
                .toList();
    }
}
