package dev.aotrollout.evidence;

import dev.aotrollout.evidence.SvgPlot.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time to ready of each pod, as a strip of dots a track. */
final class ChartStartup {
    private static final String TITLE = "Time from container start to ready";
    private static final double JIT_ROW = 0.72;
    private static final double AOT_ROW = 0.25;
    private static final double SPREAD = 0.14;
    private static final List<Double> LEVELS = List.of(0.0, 1.0, -1.0, 0.5, -0.5);

    private ChartStartup() {}

    static Html of(Startup startup) {
        var jit = startup.jitSeconds();
        var aot = startup.aotSeconds();
        if (jit.isEmpty() && aot.isEmpty()) return ChartFigure.missing(TITLE, "No start was measured.");
        var axis = ChartAxis.covering(0, Math.max(last(jit), last(aot)));
        var plot = new SvgPlot(220);
        axis.lying(plot, value -> ReportWords.seconds(value));
        row(plot, axis, new Row("jit", "JIT", JIT_ROW, jit, startup.jitMedianSeconds()));
        row(plot, axis, new Row("aot", "AOT", AOT_ROW, aot, startup.aotMedianSeconds()));
        var sentence = "One dot a pod: %s JIT and %s AOT starts.%s"
                .formatted(jit.size(), aot.size(), resolution(startup.resolutionSeconds()));
        return ChartFigure.of(TITLE, sentence, Html.NOTHING, plot.drawn("startup", TITLE, described(startup)));
    }

    private record Row(
            String style,
            String name,
            double y,
            List<Double> seconds,
            @Nullable Double median) {}

    private static double last(List<Double> ascending) {
        return ascending.isEmpty() ? 0 : ascending.getLast();
    }

    private static void row(SvgPlot plot, ChartAxis axis, Row row) {
        plot.words("row", new Point(0, row.y()), new Point(-8, 4), row.name());
        if (row.seconds().isEmpty())
            plot.words("mark", new Point(0, row.y()), new Point(8, 4), "no start was measured");
        for (var i = 0; i < row.seconds().size(); i++) {
            var y = row.y() + SPREAD * LEVELS.get(i % LEVELS.size());
            plot.dot(row.style() + " dot", new Point(axis.share(row.seconds().get(i)), y), 4);
        }
        var median = row.median();
        if (median == null) return;
        var x = axis.share(median);
        plot.line("median", new Point(x, row.y() - SPREAD * 1.5), new Point(x, row.y() + SPREAD * 1.5));
        var right = x > 0.6;
        plot.words(
                right ? "mark end" : "mark",
                new Point(x, row.y() + SPREAD * 1.5),
                new Point(right ? -5 : 5, -1),
                "median " + ReportWords.seconds(median));
    }

    private static String resolution(@Nullable Double seconds) {
        return seconds == null || seconds == 0
                ? ""
                : " Differences below %s cannot be seen: probes and clocks are no finer."
                        .formatted(ReportWords.seconds(seconds));
    }

    private static String described(Startup startup) {
        return "JIT median %s, AOT median %s."
                .formatted(words(startup.jitMedianSeconds()), words(startup.aotMedianSeconds()));
    }

    private static String words(@Nullable Double seconds) {
        return seconds == null ? "not measured" : ReportWords.seconds(seconds);
    }
}
