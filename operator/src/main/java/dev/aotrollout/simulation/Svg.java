package dev.aotrollout.simulation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The few shapes that a chart is made of, as text. */
final class Svg {
    /** A place in user units, from the upper left corner. */
    record Point(double x, double y) {}

    private final StringBuilder text = new StringBuilder();

    void line(String style, Point from, Point to) {
        text.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>%n",
                style,
                number(from.x()),
                number(from.y()),
                number(to.x()),
                number(to.y())));
    }

    void path(String style, List<Point> points) {
        if (points.size() < 2) return;
        text.append("<polyline class=\"%s\" points=\"%s\"/>\n"
                .formatted(
                        style,
                        points.stream()
                                .map(p -> number(p.x()) + "," + number(p.y()))
                                .collect(Collectors.joining(" "))));
    }

    void box(String style, Point corner, double width, double height, String title) {
        text.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\">%s</rect>\n"
                .formatted(
                        style,
                        number(corner.x()),
                        number(corner.y()),
                        number(width),
                        number(height),
                        title.isEmpty() ? "" : "<title>" + escaped(title) + "</title>"));
    }

    void words(String style, Point at, String words) {
        text.append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
                .formatted(style, number(at.x()), number(at.y()), escaped(words)));
    }

    /** At most one decimal: images need no more, and the same input gives the same bytes. */
    static String number(double value) {
        var tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? "" + tenths / 10 : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
