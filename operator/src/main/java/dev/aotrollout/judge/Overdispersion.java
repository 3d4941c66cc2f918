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
        return recall.answer(question.name() + " dispersion", whole(pods), () -> measured(question, pods));
    }

    /** The last stretch still grows; without it the answer changes once a minute. */
    private static List<List<Counts>> whole(List<PodTraffic> pods) {
        return pods.stream()
                .map(pod -> pod.blocks().subList(0, Math.max(0, pod.blocks().size() - 1)))
                .toList();
    }

    private static double measured(CountQuestion question, List<PodTraffic> pods) {
        var rows = whole(pods);
        var stretches = rows.stream().mapToInt(List::size).min().orElse(0);
        var blocks = new ArrayList<List<Dispersion.Cell>>();
        for (var s = 0; s < stretches; s++) {
            var cells = new ArrayList<Dispersion.Cell>();
            for (var row : rows)
                cells.add(new Dispersion.Cell(
                        question.events().applyAsLong(row.get(s)),
                        question.exposure().applyAsLong(row.get(s))));
            blocks.add(cells);
        }
        var factor = Dispersion.of(blocks).factor(CONFIDENCE);
        for (var step : FACTORS) if (factor <= step) return step;
        return FACTORS[FACTORS.length - 1];
    }
}
