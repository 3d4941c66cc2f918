package dev.aotrollout.evidence;

import dev.aotrollout.evidence.SvgPlot.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Working set of each pod over time, with the limits of both tracks. */
final class ChartMemory {
    private static final String TITLE = "Memory of each pod";
    private static final double MEBI = 1024.0 * 1024;
    /** A limit above this many times the largest value is told, not drawn: it would press the lines to the ground. */
    private static final double FAR = 3;

    private ChartMemory() {}

    static Html of(EvidenceDocument document) {
        var jit = ChartSeries.of(document, "memory", EvidenceDocument.JIT);
        var aot = ChartSeries.of(document, "memory", EvidenceDocument.AOT);
        if (ChartSeries.isEmpty(jit) && ChartSeries.isEmpty(aot))
            return ChartFigure.missing(TITLE, "No memory was measured.");
        var lines = Stream.concat(jit.stream(), aot.stream()).toList();
        var most = ChartSeries.most(lines.stream());
        var drawn = Stream.of(limit(document, EvidenceDocument.JIT), limit(document, EvidenceDocument.AOT))
                .flatMapToDouble(OptionalDouble::stream)
                .filter(limit -> limit <= FAR * most)
                .max()
                .orElse(0);
        var axis = ChartAxis.covering(0, Math.max(most, drawn) / MEBI);
        var time = ChartTime.of(document);
        var plot = new SvgPlot(220);
        time.lying(plot, true);
        axis.upright(plot, " MiB");
        jit.forEach(line -> plot.curve("jit thin", time.runs(line, MEBI, axis)));
        aot.forEach(line -> plot.curve("aot thin", time.runs(line, MEBI, axis)));
        limit(plot, axis, limit(document, EvidenceDocument.JIT), "JIT limit", -5);
        limit(plot, axis, limit(document, EvidenceDocument.AOT), "AOT limit", 14);
        name(plot, axis, time, jit, "JIT");
        name(plot, axis, time, aot, "AOT");
        var sentence = sentence(document) + gaps(ChartSeries.gaps(lines.stream()));
        return ChartFigure.of(TITLE, sentence, Html.NOTHING, plot.drawn("memory", TITLE + " over time", sentence));
    }

    private static OptionalDouble limit(EvidenceDocument document, String track) {
        return document.memory().pods().stream()
                .filter(pod -> pod.track().equals(track))
                .map(Memory.Pod::limitBytes)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min();
    }

    private static void limit(SvgPlot plot, ChartAxis axis, OptionalDouble bytes, String name, int down) {
        if (bytes.isEmpty() || axis.share(bytes.getAsDouble() / MEBI) > 1) return;
        var y = axis.share(bytes.getAsDouble() / MEBI);
        plot.line("limit", new Point(0, y), new Point(1, y));
        plot.words(
                "limit end", new Point(1, y), new Point(0, down), name + " " + ReportWords.bytes(bytes.getAsDouble()));
    }

    private static void name(SvgPlot plot, ChartAxis axis, ChartTime time, List<Series> lines, String name) {
        lines.stream()
                .flatMap(line -> time.runs(line, MEBI, axis).stream())
                .map(List::getLast)
                .max(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
                .ifPresent(end -> plot.words("mark end strong", end, new Point(0, -7), name));
    }

    private static String sentence(EvidenceDocument document) {
        return mean(document, EvidenceDocument.JIT, "JIT") + "; " + mean(document, EvidenceDocument.AOT, "AOT") + ".";
    }

    private static String mean(EvidenceDocument document, String track, String name) {
        var pods = document.memory().pods().stream()
                .filter(pod -> pod.track().equals(track))
                .toList();
        if (pods.isEmpty()) return "no " + name + " pod was measured";
        var mean = pods.stream().mapToDouble(Memory.Pod::meanBytes).average().orElse(0);
        var peak = pods.stream().mapToDouble(Memory.Pod::peakBytes).max().orElse(0);
        var limit = limit(document, track);
        return "%s: mean %s, peak %s, %s"
                .formatted(
                        ReportWords.counted(pods.size(), name + " pod"),
                        ReportWords.bytes(mean),
                        ReportWords.bytes(peak),
                        limit.isPresent() ? "limit " + ReportWords.bytes(limit.getAsDouble()) : "no limit");
    }

    private static String gaps(long missing) {
        return missing == 0
                ? ""
                : " Lines are broken where nothing was measured (%s).".formatted(ReportWords.counted(missing, "point"));
    }
}
