package dev.aotrollout.evidence;

import dev.aotrollout.evidence.SvgPlot.Point;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** AOT : JIT of every guard that compares, with its interval, against its limit; on a logarithmic axis, where half and double are equally far from 1. */
final class ChartRatios {
    private static final String TITLE = "AOT compared with JIT, against the limits";
    private static final int ROW = 46;
    private static final double MOST = 5;
    /** From so many doublings on, phones show every second number. */
    private static final double MANY = 5;

    private static final double LEAST = 1e-6;

    private final List<GuardAnswer> guards;
    /** Doublings from 1 to the left edge and to the right edge. */
    private final double halvings;

    private final double doublings;

    private final SvgPlot plot;

    private ChartRatios(List<GuardAnswer> guards) {
        this.guards = guards;
        this.halvings = edge(-powers(guards).min().orElse(0));
        this.doublings = edge(powers(guards).max().orElse(0));
        this.plot = new SvgPlot(ROW * guards.size());
    }

    private static double edge(double power) {
        return Math.clamp(Math.ceil(power), 1, MOST);
    }

    private static DoubleStream powers(List<GuardAnswer> guards) {
        return guards.stream().flatMapToDouble(ChartRatios::values).map(ChartRatios::power);
    }

    /** Of 2. */
    private static double power(double ratio) {
        return Math.log(Math.max(ratio, LEAST)) / Math.log(2);
    }

    private static DoubleStream values(GuardAnswer guard) {
        var ratio = guard.ratio();
        if (ratio == null) return DoubleStream.empty();
        return Stream.of(ratio.estimate(), ratio.low(), ratio.high(), guard.limit())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue);
    }

    static Html of(EvidenceDocument document) {
        var guards = document.guards().stream()
                .filter(guard -> guard.ratio() != null && guard.ratio().estimate() != null)
                .toList();
        if (guards.isEmpty()) return ChartFigure.missing(TITLE, "No guard has compared the tracks.");
        return new ChartRatios(guards).drawn();
    }

    private Html drawn() {
        plot.box("better", new Point(0, 0), new Point(share(0), 1));
        for (var power = -halvings; power <= doublings; power++) {
            var x = share(power);
            plot.line(power == 0 ? "zero" : "grid", new Point(x, 0), new Point(x, 1));
            var style = halvings + doublings > MANY && Math.abs(power) % 2 == 1 ? "below roomy" : "below";
            plot.words(style, new Point(x, 0), new Point(0, 18), label(power));
        }
        for (var i = 0; i < guards.size(); i++) row(guards.get(i), 1 - (i + 0.5) / guards.size());
        var sentence =
                "The dot is the estimate, the line its interval, the bar the limit. Left of 1× AOT needs or fails less. Each doubling is equally wide.";
        return ChartFigure.of(TITLE, sentence, Html.NOTHING, plot.drawn("ratios", TITLE, described()))
                .styled("flush");
    }

    private static String label(double power) {
        return power < 0 ? "1/" + Math.round(Math.pow(2, -power)) + "×" : Math.round(Math.pow(2, power)) + "×";
    }

    private void row(GuardAnswer guard, double middle) {
        var ratio = Objects.requireNonNull(guard.ratio());
        var y = middle - 0.2 / guards.size();
        var style = "range " + ReportStanding.of(guard.verdict()).style();
        plot.line(style, new Point(x(ratio.low(), 0), y), new Point(x(ratio.high(), 1), y));
        if (isBeyond(ratio.low(), -halvings)) plot.words("mark middle", new Point(0, y), new Point(0, 4), "‹");
        if (isBeyond(ratio.high(), doublings)) plot.words("mark middle", new Point(1, y), new Point(0, 4), "›");
        plot.dot(style, new Point(x(ratio.estimate(), 0.5), y), 4.5);
        var limit = guard.limit();
        var words = HtmlGuards.ratio(ratio);
        if (limit != null) {
            var at = x(limit, 1);
            plot.line("bar", new Point(at, y - 0.22 / guards.size()), new Point(at, y + 0.22 / guards.size()));
            words += ", limit " + ReportWords.times(limit);
        }
        plot.label(new Point(0, middle), new Point(0, -7), guard.guard(), words);
    }

    /** Open, or further out than the edge. */
    private static boolean isBeyond(@Nullable Double end, double edge) {
        return end == null || power(end) * Math.signum(edge) > Math.abs(edge);
    }

    private double share(double power) {
        return (power + halvings) / (halvings + doublings);
    }

    private double x(@Nullable Double ratio, double open) {
        if (ratio == null) return open;
        return Math.clamp(share(power(ratio)), 0, 1);
    }

    private String described() {
        var words = new StringBuilder();
        for (var guard : guards)
            words.append(guard.guard()).append(": ").append(guard.message()).append(". ");
        return words.toString().strip();
    }
}
