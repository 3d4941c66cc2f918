package dev.aotrollout.evidence;

import dev.aotrollout.evidence.SvgPlot.Point;
import java.util.stream.Stream;

/** The slowest percent of the requests over time. */
final class ChartLatency {
    private static final String TITLE = "99th percentile of latency";
    private static final double MILLIS = 0.001;

    private ChartLatency() {}

    static Html of(EvidenceDocument document) {
        var jit = ChartSeries.of(document, "p99", EvidenceDocument.JIT);
        var aot = ChartSeries.of(document, "p99", EvidenceDocument.AOT);
        if (ChartSeries.isEmpty(jit) && ChartSeries.isEmpty(aot))
            return ChartFigure.missing(TITLE, "No latency was measured.");
        var threshold = document.latency().thresholdSeconds();
        var most = ChartSeries.most(Stream.concat(jit.stream(), aot.stream()));
        var unit = most < 10 ? MILLIS : 1;
        var axis = ChartAxis.covering(0, most / unit);
        var time = ChartTime.of(document);
        var plot = new SvgPlot(180);
        time.lying(plot, true);
        axis.upright(plot, most < 10 ? " ms" : " s");
        jit.forEach(line -> plot.curve("jit", time.runs(line, unit, axis)));
        aot.forEach(line -> plot.curve("aot", time.runs(line, unit, axis)));
        var y = axis.share(threshold / unit);
        if (y <= 1) {
            plot.line("limit", new Point(0, y), new Point(1, y));
            plot.words("limit end", new Point(1, y), new Point(0, 14), "slow above " + ReportWords.seconds(threshold));
        }
        var sentence = "From the buckets of a histogram: finer than these is not known.";
        return ChartFigure.of(
                TITLE, sentence, ChartFigure.TRACKS, plot.drawn("latency", TITLE + " over time", sentence));
    }
}
