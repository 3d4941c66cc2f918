package dev.aotrollout.simulation;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The looks of a story, gathered into columns of equal width, as many as an image can show. */
final class Timeline {
    private static final int COLUMNS = 120;

    /**
     * All looks within one stretch of time.
     *
     * @param guards the worst that each guard said
     */
    record Column(
            double second,
            double width,
            Counts jit,
            Counts aot,
            double jitMemoryBytes,
            double aotMemoryBytes,
            Map<GuardName, Verdict> guards) {}

    private final List<Column> columns = new ArrayList<>();
    private final double seconds;

    Timeline(Story story) {
        seconds = Math.max(60, story.looks().isEmpty() ? 0 : lastSecond(story));
        var width = seconds / COLUMNS;
        var looks = story.looks();
        var from = 0;
        for (var i = 0; i < COLUMNS; i++) {
            var until = from;
            while (until < looks.size() && looks.get(until).second() <= (i + 1) * width) until++;
            if (until > from) columns.add(column(i * width, width, looks.subList(from, until)));
            from = until;
        }
    }

    private static double lastSecond(Story story) {
        var last = story.looks().getLast().second();
        return story.lines().isEmpty()
                ? last
                : Math.max(last, story.lines().getLast().second());
    }

    double seconds() {
        return seconds;
    }

    List<Column> columns() {
        return columns;
    }

    private static Column column(double second, double width, List<Story.Look> looks) {
        var jit = Counts.ZERO;
        var aot = Counts.ZERO;
        var guards = new EnumMap<GuardName, Verdict>(GuardName.class);
        for (var look : looks) {
            jit = jit.plus(look.jit().counts());
            aot = aot.plus(look.aot().counts());
            for (var judged : look.guards()) guards.merge(judged.guard(), judged.verdict(), Timeline::worse);
        }
        var last = looks.getLast();
        return new Column(
                second, width, jit, aot, last.jit().memoryBytes(), last.aot().memoryBytes(), guards);
    }

    private static Verdict worse(Verdict one, Verdict other) {
        if (one == Verdict.FAIL || other == Verdict.FAIL) return Verdict.FAIL;
        return one == Verdict.UNKNOWN ? one : other;
    }
}
