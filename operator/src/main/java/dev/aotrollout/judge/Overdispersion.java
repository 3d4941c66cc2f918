package dev.aotrollout.judge;

import dev.aotrollout.statistics.Dispersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
        var whole = new Whole(pods);
        return recall.answer(question.name() + " dispersion", whole, () -> measured(question, whole));
    }

    /** The last stretch still grows; without it the answer changes once a minute. */
    private static final class Whole {
        private final List<PodTraffic> pods;
        private final int stretches;

        Whole(List<PodTraffic> pods) {
            this.pods = pods;
            stretches = Math.max(
                    0, pods.stream().mapToInt(pod -> pod.blocks().size()).min().orElse(0) - 1);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Whole whole
                    && stretches == whole.stretches
                    && pods.size() == whole.pods.size()
                    && hasSameCounts(whole);
        }

        /** Called at each look, mostly on the same objects: hence no lists of parts, and no iterators. */
        private boolean hasSameCounts(Whole other) {
            for (var p = 0; p < pods.size(); p++) {
                var one = pods.get(p).blocks();
                var two = other.pods.get(p).blocks();
                for (var s = stretches - 1; s >= 0; s--) if (!Objects.equals(one.get(s), two.get(s))) return false;
            }
            return true;
        }

        @Override
        public int hashCode() {
            return stretches;
        }
    }

    private static double measured(CountQuestion question, Whole whole) {
        var blocks = new ArrayList<List<Dispersion.Cell>>();
        for (var s = 0; s < whole.stretches; s++) {
            var cells = new ArrayList<Dispersion.Cell>();
            for (var pod : whole.pods)
                cells.add(new Dispersion.Cell(
                        question.events().applyAsLong(pod.blocks().get(s)),
                        question.exposure().applyAsLong(pod.blocks().get(s))));
            blocks.add(cells);
        }
        var factor = Dispersion.of(blocks).factor(CONFIDENCE);
        for (var step : FACTORS) if (factor <= step) return step;
        return FACTORS[FACTORS.length - 1];
    }
}
