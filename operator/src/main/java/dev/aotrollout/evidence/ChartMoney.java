package dev.aotrollout.evidence;

import dev.aotrollout.evidence.SvgPlot.Point;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each track would cost a month if it carried all traffic. */
final class ChartMoney {
    private static final String TITLE = "Cost a month, each track carrying all traffic";

    private ChartMoney() {}

    static Html of(Economics economics) {
        var jit = economics.jit().monthlyCost();
        var aot = economics.aot().monthlyCost();
        if (jit == null && aot == null) return ChartFigure.missing(TITLE, "No costs are known.");
        var currency = Objects.requireNonNullElse(economics.currency(), "");
        var axis = ChartAxis.covering(0, Math.max(or0(jit), or0(aot)));
        var plot = new SvgPlot(84);
        axis.lying(plot, value -> ReportWords.money(value, ""));
        bar(plot, axis, jit, new Row("jit", "JIT", 0.72, currency));
        bar(plot, axis, aot, new Row("aot", "AOT", 0.24, currency));
        var sentence = sentence(economics, currency);
        return ChartFigure.of(TITLE, sentence, Html.NOTHING, plot.drawn("money", TITLE, sentence));
    }

    private record Row(String style, String name, double y, String currency) {}

    private static double or0(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static void bar(SvgPlot plot, ChartAxis axis, @Nullable Double cost, Row row) {
        plot.words("row", new Point(0, row.y()), new Point(-8, 4), row.name());
        if (cost == null) {
            plot.words("mark", new Point(0, row.y()), new Point(8, 4), "not known");
            return;
        }
        var end = axis.share(cost);
        plot.box("fill " + row.style(), new Point(0, row.y() - 0.16), new Point(end, row.y() + 0.16));
        var inside = end > 0.4;
        plot.words(
                inside ? "inside end" : "mark",
                new Point(end, row.y()),
                new Point(inside ? -8 : 8, 4),
                ReportWords.money(cost, row.currency()));
    }

    private static String sentence(Economics economics, String currency) {
        var allocated = economics.allocatedSaving();
        var realisable = economics.realisableSaving();
        var words = new StringBuilder();
        if (allocated != null)
            words.append("Saved by shares of nodes: ")
                    .append(ReportWords.money(allocated, currency))
                    .append(" a month. ");
        if (realisable != null)
            words.append("By whole nodes that go away: ")
                    .append(ReportWords.money(realisable, currency))
                    .append(". ");
        var binding = economics.binding();
        if (binding != null && !binding.isEmpty())
            words.append("With AOT ")
                    .append(binding)
                    .append(
                            binding.equals("memory")
                                    ? " fills a node first."
                                    : " fills a node first, so less memory frees no node.");
        return words.toString().strip();
    }
}
