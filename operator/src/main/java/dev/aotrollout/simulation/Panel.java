package dev.aotrollout.simulation;

import dev.aotrollout.judge.Text;
import dev.aotrollout.simulation.Svg.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * One diagram over time with its own vertical axis, which begins at 0.
 *
 * @param top of the plot area
 * @param most the largest value that is shown, above 0
 * @param unit of the values, as people read it
 * @param time the horizontal axis
 */
record Panel(String title, double top, double most, String unit, Axis time) {
    static final double HEIGHT = 110;

    private static final int GRID_LINES = 2;

    /** Time from left to right. */
    record Axis(double right, double seconds) {
        static final double LEFT = 82;

        double x(double second) {
            return LEFT + (right - LEFT) * second / seconds;
        }
    }

    /** A value at a moment. */
    record Value(double second, double value) {}

    double x(double second) {
        return time.x(second);
    }

    double y(double value) {
        return top + HEIGHT * (1 - Math.min(1, value / most));
    }

    /** The frame: title, grid, values of the axis. */
    void frame(Svg svg) {
        svg.words("title", new Point(Axis.LEFT, top - 10), title);
        for (var i = 0; i <= GRID_LINES; i++) {
            var value = most * i / GRID_LINES;
            svg.line("grid", new Point(Axis.LEFT, y(value)), new Point(time.right(), y(value)));
            svg.words(
                    "axis",
                    new Point(Axis.LEFT - 8, y(value) + 4),
                    Text.trimmed(value) + (i == GRID_LINES ? unit : ""));
        }
    }

    void curve(Svg svg, String style, List<Value> values) {
        var points = new ArrayList<Point>(values.size());
        for (var value : values) points.add(new Point(x(value.second()), y(value.value())));
        svg.path(style, points);
    }

    /** Each value holds until the next one. */
    void stairs(Svg svg, String style, List<Value> values) {
        var points = new ArrayList<Point>();
        for (var value : values) {
            if (!points.isEmpty())
                points.add(new Point(x(value.second()), points.getLast().y()));
            points.add(new Point(x(value.second()), y(value.value())));
        }
        if (!points.isEmpty())
            points.add(new Point(time.right(), points.getLast().y()));
        svg.path(style, points);
    }

    /** A round number that is no less than {@code value}. */
    static double roundUp(double value) {
        var magnitude = Math.pow(10, Math.floor(Math.log10(value)));
        for (var step : List.of(1.0, 2.0, 4.0, 5.0, 10.0)) if (step * magnitude >= value) return step * magnitude;
        return 10 * magnitude;
    }
}
