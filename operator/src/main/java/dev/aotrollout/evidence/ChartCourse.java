package dev.aotrollout.evidence;

import dev.aotrollout.evidence.SvgPlot.Point;
import dev.aotrollout.judge.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Weight, failed requests and traffic on one time axis. */
final class ChartCourse {
    private static final ChartAxis WEIGHT = new ChartAxis(0, 100, 50);
    private static final int HEIGHT = 96;
    private static final double PERCENT = 0.01;
    /** Closer than this share of the axis, words would cover each other. */
    private static final double NARROW = 0.09;
    /** Above this weight there is no room for words above the line. */
    private static final int HIGH = 80;

    private final EvidenceDocument document;
    private final ChartTime time;

    private ChartCourse(EvidenceDocument document) {
        this.document = document;
        this.time = ChartTime.of(document);
    }

    static Html of(EvidenceDocument document) {
        var chart = new ChartCourse(document);
        return ChartFigure.of(
                "Weight, failures and traffic",
                "Times are UTC. " + chart.unmeasured(),
                ChartFigure.TRACKS,
                Html.tag("h4", "Weight of AOT, percent of requests"),
                chart.weight(),
                chart.lines("errors", "Failed requests, percent", PERCENT, " %"),
                chart.lines("requests", "Requests a second", 1, ""));
    }

    private String unmeasured() {
        var gaps = ChartSeries.gaps(both("errors"));
        return gaps == 0
                ? "A line ends where its track had no requests."
                : "A line is broken where nothing was measured: %s of the failures."
                        .formatted(ReportWords.counted(gaps, "point"));
    }

    private Stream<Series> both(String query) {
        return Stream.concat(
                ChartSeries.of(document, query, EvidenceDocument.JIT).stream(),
                ChartSeries.of(document, query, EvidenceDocument.AOT).stream());
    }

    private Html weight() {
        var plot = new SvgPlot(HEIGHT);
        time.lying(plot, false);
        WEIGHT.upright(plot, " %");
        var stairs = stairs();
        var area = new ArrayList<Point>();
        area.add(new Point(0, 0));
        area.addAll(stairs);
        area.add(new Point(stairs.getLast().x(), 0));
        plot.curve("area", List.of(area));
        plot.curve("weight", List.of(stairs));
        names(plot);
        ending(plot);
        return plot.drawn("weight", "Weight of AOT over time", weightWords());
    }

    /** The weight that was asked for, from 0. */
    private List<Point> stairs() {
        var points = new ArrayList<Point>();
        points.add(new Point(0, 0));
        for (var step : document.course().taken()) {
            var set = step.weightSetAt();
            if (set != null) step(points, Instant.parse(set), step.weight());
        }
        var end = Instant.parse(document.conclusion().endedAt());
        if (!ReportWords.isPromoted(document)) step(points, end, 0);
        points.add(new Point(1, points.getLast().y()));
        return points;
    }

    private void step(List<Point> points, Instant at, int weight) {
        points.add(new Point(time.share(at), points.getLast().y()));
        points.add(new Point(time.share(at), weight / 100.0));
    }

    private void names(SvgPlot plot) {
        var next = 1 + NARROW;
        for (var step : document.course().taken().reversed()) {
            var set = step.weightSetAt();
            if (set == null) continue;
            var x = time.share(Instant.parse(set));
            if (next - x < NARROW) continue;
            var left = x > 1 - NARROW;
            plot.words(
                    left ? "mark end" : "mark",
                    new Point(x, step.weight() / 100.0),
                    new Point(left ? -5 : 5, step.weight() > HIGH ? 14 : -5),
                    step.weight() + " %");
            next = left ? x - NARROW : x;
        }
    }

    private void ending(SvgPlot plot) {
        var x = time.share(Instant.parse(document.conclusion().endedAt()));
        plot.line("event", new Point(x, 0), new Point(x, 1.1));
        plot.words(
                x > 0.5 ? "event end" : "event",
                new Point(x, 1.1),
                new Point(x > 0.5 ? -4 : 4, 2),
                ReportWords.isPromoted(document) ? "promoted" : "rolled back");
    }

    private String weightWords() {
        var words = new StringBuilder();
        for (var step : document.course().taken()) {
            var set = step.weightSetAt();
            if (set != null) words.append("%s percent from %s; ".formatted(step.weight(), ReportWords.minute(set)));
        }
        return words
                + (ReportWords.isPromoted(document) ? "promoted " : "rolled back to 0 percent ")
                + ReportWords.minute(document.conclusion().endedAt());
    }

    private Html lines(String query, String title, double unit, String suffix) {
        var most = ChartSeries.most(both(query));
        var jit = ChartSeries.of(document, query, EvidenceDocument.JIT);
        var aot = ChartSeries.of(document, query, EvidenceDocument.AOT);
        if (ChartSeries.isEmpty(jit) && ChartSeries.isEmpty(aot))
            return Html.all(
                    Html.tag("h4", title),
                    Html.tag("p", "Nothing was measured.").styled("none"));
        var axis = ChartAxis.covering(0, most / unit);
        var plot = new SvgPlot(HEIGHT);
        time.lying(plot, query.equals("requests"));
        axis.upright(plot, suffix);
        jit.forEach(line -> plot.curve("jit", time.runs(line, unit, axis)));
        aot.forEach(line -> plot.curve("aot", time.runs(line, unit, axis)));
        return Html.all(
                Html.tag("h4", title),
                plot.drawn(
                        query,
                        title + " of each track over time",
                        "At most %s%s.".formatted(Text.trimmed(most / unit), suffix)));
    }
}
