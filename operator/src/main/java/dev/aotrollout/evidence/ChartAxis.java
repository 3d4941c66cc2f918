package dev.aotrollout.evidence;

import dev.aotrollout.evidence.SvgPlot.Point;
import dev.aotrollout.judge.Text;
import java.util.function.DoubleFunction;

/**
 * A linear axis that holds 0, with round numbers on it.
 *
 * @param least a multiple of {@code step}, 0 or below
 * @param most a multiple of {@code step}, above 0
 * @param step between two numbers
 */
record ChartAxis(double least, double most, double step) {
    private static final int STEPS = 4;
    /** A value that is below 0 by less than this share of the axis needs no axis below 0. */
    private static final double SLIGHT = 0.02;

    /** As long as needed for values from {@code low} to {@code high}. */
    static ChartAxis covering(double low, double high) {
        var to = Math.max(0, high);
        var from = low < -SLIGHT * to ? low : 0;
        if (to - from <= 0) return new ChartAxis(0, 1, 1);
        var step = roundUp((to - from) / STEPS);
        var least = step * Math.floor(from / step);
        var most = step * Math.ceil(to / step - 1e-9);
        return new ChartAxis(least, Math.max(most, step), step);
    }

    private static double roundUp(double value) {
        var magnitude = Math.pow(10, Math.floor(Math.log10(value)));
        for (var step : new double[] {1, 2, 2.5, 5})
            if (step * magnitude >= value * (1 - 1e-9)) return step * magnitude;
        return 10 * magnitude;
    }

    double share(double value) {
        return (value - least) / (most - least);
    }

    /** Horizontal lines with their numbers at the left; the highest has the unit. */
    void upright(SvgPlot plot, String unit) {
        upright(plot, value -> Text.trimmed(value) + (value > most - step / 2 ? unit : ""));
    }

    private void upright(SvgPlot plot, DoubleFunction<String> label) {
        var count = Math.round((most - least) / step);
        for (var i = 0L; i <= count; i++) {
            var value = least + i * step;
            var y = share(value);
            plot.line(Math.abs(value) < step / 2 ? "zero" : "grid", new Point(0, y), new Point(1, y));
            plot.words("axis", new Point(0, y), new Point(-8, 4), label.apply(value));
        }
    }

    /** Vertical lines with their numbers below. */
    void lying(SvgPlot plot, DoubleFunction<String> label) {
        var count = Math.round((most - least) / step);
        for (var i = 0L; i <= count; i++) {
            var value = least + i * step;
            var x = share(value);
            plot.line(Math.abs(value) < step / 2 ? "zero" : "grid", new Point(x, 0), new Point(x, 1));
            plot.words("below", new Point(x, 0), new Point(0, 18), label.apply(value));
        }
    }
}
