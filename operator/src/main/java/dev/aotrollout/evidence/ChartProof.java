package dev.aotrollout.evidence;

import dev.aotrollout.evidence.SvgPlot.Point;
import dev.aotrollout.judge.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How far the evidence of a regression went, against what a rollback needs; both are logarithms of an e-value. */
final class ChartProof {
    private static final String TITLE = "Evidence that AOT is worse";
    private static final int ROW = 46;
    /** As the judge writes it among the details of a guard. */
    private static final Pattern LN_E = Pattern.compile("ln E (-?\\d+(?:\\.\\d+)?)\\D+(\\d+(?:\\.\\d+)?)");

    private record Row(String guard, double reached, double needed) {}

    private ChartProof() {}

    static Html of(EvidenceDocument document) {
        var rows =
                document.guards().stream().flatMap(guard -> row(guard).stream()).toList();
        if (rows.isEmpty()) return ChartFigure.missing(TITLE, "No guard has gathered evidence over time.");
        var most = rows.stream()
                .mapToDouble(row -> Math.max(row.reached(), row.needed()))
                .max()
                .orElse(1);
        var least = rows.stream().mapToDouble(Row::reached).min().orElse(0);
        var axis = ChartAxis.covering(least, most * 1.02);
        var plot = new SvgPlot(ROW * rows.size());
        axis.lying(plot, Text::trimmed);
        for (var i = 0; i < rows.size(); i++) row(plot, axis, rows.get(i), new Point(i, rows.size()));
        return ChartFigure.of(
                        TITLE,
                        "ln E of each guard that tests at every look. At the bar, chance is ruled out as far as the guard's allowance asks, and the rollout goes back.",
                        Html.NOTHING,
                        plot.drawn("proof", TITLE, described(rows)))
                .styled("flush");
    }

    private static Optional<Row> row(GuardAnswer guard) {
        return guard.details().stream()
                .map(LN_E::matcher)
                .filter(found -> found.find())
                .map(found ->
                        new Row(guard.guard(), Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))))
                .findFirst();
    }

    /** {@code at.x} of {@code at.y} rows. */
    private static void row(SvgPlot plot, ChartAxis axis, Row row, Point at) {
        var middle = 1 - (at.x() + 0.5) / at.y();
        var half = 0.16 / at.y();
        var y = middle - 0.2 / at.y();
        var from = axis.share(Math.min(0, row.reached()));
        var to = axis.share(Math.max(0, row.reached()));
        var over = row.reached() >= row.needed();
        plot.box(
                over ? "fill bad" : "fill good",
                new Point(from, y - half),
                new Point(Math.max(to, from + 0.004), y + half));
        var needed = axis.share(row.needed());
        plot.line("bar", new Point(needed, y - 1.5 * half), new Point(needed, y + 1.5 * half));
        plot.label(
                new Point(0, middle),
                new Point(0, -7),
                row.guard(),
                "%s of %s".formatted(Text.trimmed(row.reached()), Text.trimmed(row.needed())));
    }

    private static String described(List<Row> rows) {
        var words = new StringBuilder();
        for (var row : rows)
            words.append("%s: ln E %s, a rollback needs %s. "
                    .formatted(row.guard(), Text.trimmed(row.reached()), Text.trimmed(row.needed())));
        return words.toString().strip();
    }
}
