package dev.aotrollout.evidence;

import dev.aotrollout.evidence.SvgPlot.Point;
import dev.aotrollout.judge.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What AOT spent of the error budget, and how fast the service burned it. */
final class ChartBudget {
    private static final int HEIGHT = 180;

    private ChartBudget() {}

    /** Spent by AOT, counted at the end of each step. */
    static Html spent(EvidenceDocument document) {
        var title = "Error budget spent by AOT";
        var budget = document.budget();
        var time = ChartTime.of(document);
        var spent = 0.0;
        var unmeasured = 0L;
        var least = 0.0;
        var values = new ArrayList<Point>();
        values.add(new Point(time.share(Instant.parse(document.conclusion().startedAt())), 0));
        for (var step : document.course().taken()) {
            var more = step.spentPercent();
            if (more == null) unmeasured++;
            else {
                spent += more;
                least = Math.min(least, spent);
                values.add(new Point(time.share(Instant.parse(step.leftAt())), spent));
            }
        }
        var axis = ChartAxis.covering(
                least, Math.max(budget.limitPercent(), Math.max(spent, budget.attributedPercent())) * 1.1);
        var plot = new SvgPlot(HEIGHT);
        time.lying(plot, true);
        axis.upright(plot, " %");
        limit(plot, axis.share(budget.limitPercent()), "limit " + Text.percent(budget.limitPercent()));
        var points =
                values.stream().map(at -> new Point(at.x(), axis.share(at.y()))).toList();
        plot.curve("aot", List.of(points));
        points.stream().skip(1).forEach(at -> plot.dot("aot dot", at, 3.5));
        plot.words("mark end strong", points.getLast(), new Point(-2, -9), Text.percent(budget.attributedPercent()));
        var sentence =
                "Beyond what JIT would have spent, of the budget of %s d at %s. Counted at the end of each step%s."
                        .formatted(
                                budget.windowDays(),
                                Text.percent(budget.objectivePercent()),
                                unmeasured == 0
                                        ? ""
                                        : "; " + ReportWords.counted(unmeasured, "step") + " could not be counted");
        return ChartFigure.of(title, sentence, Html.NOTHING, plot.drawn("budget", title, sentence));
    }

    /** Burn rate of the whole service. */
    static Html burn(EvidenceDocument document) {
        var title = "Burn rate of the service";
        var lines = ChartSeries.of(document, "burn", Series.BOTH);
        if (ChartSeries.isEmpty(lines)) return ChartFigure.missing(title, "No burn rate was measured.");
        var most = ChartSeries.most(lines.stream());
        var axis = ChartAxis.covering(0, Math.max(1.2, most));
        var time = ChartTime.of(document);
        var plot = new SvgPlot(HEIGHT);
        time.lying(plot, true);
        axis.upright(plot, "×");
        limit(
                plot,
                axis.share(1),
                "1× lasts exactly %s d".formatted(document.budget().windowDays()));
        lines.forEach(line -> plot.curve("both", time.runs(line, 1, axis)));
        var worst = document.budget().worstBurnRate();
        var gaps = ChartSeries.gaps(lines.stream());
        var sentence = "Both tracks together; at most %s.%s"
                .formatted(
                        ReportWords.times(worst == null ? most : worst),
                        gaps == 0 ? "" : " " + ReportWords.counted(gaps, "point") + " missing.");
        return ChartFigure.of(title, sentence, Html.NOTHING, plot.drawn("burn", title + " over time", sentence));
    }

    private static void limit(SvgPlot plot, double y, String words) {
        plot.line("limit", new Point(0, y), new Point(1, y));
        plot.words("limit end", new Point(1, y), new Point(0, -5), words);
    }
}
