package dev.aotrollout.judge;

import dev.aotrollout.statistics.Dispersion;
import java.util.ArrayList;
import java.util.List;

/**
 * By how much more than chance the pods of JIT, which all run the same build, differ among themselves in the same minutes: a negative
 * control. Where events come in bursts of single pods, each counts for less.
 */
final class Overdispersion {
    private static final double CONFIDENCE = 0.99;
    /** Few values, so that what was computed with one is rarely computed anew; the largest is as good as no evidence. */
    private static final double[] FACTORS = {1, 1.5, 2, 3, 5, 10, 20, 50, 100};

    private Overdispersion() {}

    /** Of failed requests, whatever is asked about them. */
    static double ofErrors(Traffic traffic, Recall recall) {
        return factor(ErrorsGuard.question(1), traffic, recall);
    }

    /** At least 1: the variance of JIT's events as a multiple of that of independent ones, rounded up. */
    static double factor(CountQuestion question, Traffic traffic, Recall recall) {
        var pods = traffic.jitPods();
        if (pods.size() < 2) return 1;
        return recall.advanced(question.name(), Course.NONE, before -> before.until(pods, question))
                .factor();
    }

    /**
     * What the stretches that are over tell; the last one still grows, so the answer changes once a minute.
     *
     * @param stretches that were looked at
     */
    private record Course(List<PodTraffic> pods, int stretches, Dispersion dispersion, double factor) {
        static final Course NONE = new Course(List.of(), 0, Dispersion.NONE, 1);

        Course until(List<PodTraffic> now, CountQuestion question) {
            var end = Integer.MAX_VALUE;
            for (var pod : now) end = Math.min(end, pod.whole().size());
            if (!isContinuedBy(now, end)) return NONE.further(now, end, question);
            return end == stretches ? this : further(now, end, question);
        }

        private Course further(List<PodTraffic> now, int end, CountQuestion question) {
            var all = dispersion;
            for (var s = stretches; s < end; s++) all = all.and(cells(now, s, question));
            return new Course(now, end, all, rounded(all.factor(CONFIDENCE)));
        }

        private boolean isContinuedBy(List<PodTraffic> now, int end) {
            if (now.size() != pods.size() || end < stretches) return false;
            for (var p = 0; p < pods.size(); p++)
                if (!now.get(p).whole().startsAs(pods.get(p).whole(), stretches)) return false;
            return true;
        }

        private static List<Dispersion.Cell> cells(List<PodTraffic> pods, int stretch, CountQuestion question) {
            var cells = new ArrayList<Dispersion.Cell>(pods.size());
            for (var pod : pods) {
                var counts = pod.whole().get(stretch);
                cells.add(new Dispersion.Cell(
                        question.events().applyAsLong(counts),
                        question.exposure().applyAsLong(counts)));
            }
            return cells;
        }

        private static double rounded(double factor) {
            for (var step : FACTORS) if (factor <= step) return step;
            return FACTORS[FACTORS.length - 1];
        }
    }
}
