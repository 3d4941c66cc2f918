package dev.aotrollout.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The plot area of a chart. It is as wide as the page lets it be and keeps its height and the size of its words, so that one drawing
 * serves phones and desktops. Places are shares of the area, 0 to 1, from the lower left corner.
 */
final class SvgPlot {
    /** A place. */
    record Point(double x, double y) {}

    /** How many steps a curve can tell apart in each direction. */
    private static final int GRID = 1000;

    private final int height;
    private final List<Html> marks = new ArrayList<>();
    private final List<Html> curves = new ArrayList<>();
    private final List<Html> words = new ArrayList<>();

    /** {@code height} in pixels. */
    SvgPlot(int height) {
        this.height = height;
    }

    void line(String style, Point from, Point to) {
        marks.add(Html.tag("line")
                .styled(style)
                .with("x1", share(from.x()))
                .with("y1", y(from))
                .with("x2", share(to.x()))
                .with("y2", y(to)));
    }

    /** From its lower left to its upper right corner. */
    void box(String style, Point from, Point to) {
        marks.add(Html.tag("rect")
                .styled(style)
                .with("x", share(from.x()))
                .with("y", y(to))
                .with("width", share(to.x() - from.x()))
                .with("height", number((to.y() - from.y()) * height)));
    }

    void dot(String style, Point at, double radius) {
        words.add(Html.tag("circle")
                .styled(style)
                .with("cx", share(at.x()))
                .with("cy", y(at))
                .with("r", number(radius)));
    }

    /** Words beside a place, moved by pixels to the right and down. */
    void words(String style, Point at, Point moved, String words) {
        this.words.add(Html.tag("text", words)
                .styled(style)
                .with("x", share(at.x()))
                .with("y", number((1 - at.y()) * height + moved.y()))
                .with("dx", number(moved.x())));
    }

    /** A name and what is said of it, on one line. */
    void label(Point at, Point moved, String name, String words) {
        this.words.add(Html.tag("text", Html.tag("tspan", name).styled("name"), Html.text("  " + words))
                .styled("mark")
                .with("x", share(at.x()))
                .with("y", number((1 - at.y()) * height + moved.y()))
                .with("dx", number(moved.x())));
    }

    /** Lines through the points of each run; between runs nothing is drawn, and a run of one point is a dot. */
    void curve(String style, List<List<Point>> runs) {
        var path = new StringBuilder();
        for (var run : runs) {
            path.append(path.isEmpty() ? "M" : " M");
            for (var i = 0; i < run.size(); i++)
                path.append(i == 0 ? "" : i == 1 ? "L" : " ").append(grid(run.get(i)));
            if (run.size() == 1) path.append("h0");
        }
        if (!path.isEmpty()) curves.add(Html.tag("path").styled(style).with("d", path.toString()));
    }

    private static String grid(Point point) {
        return Math.round(point.x() * GRID) + " " + Math.round((1 - point.y()) * GRID);
    }

    /** The drawing; {@code id} is unique in the page. */
    Html drawn(String id, String title, String description) {
        var lines = Html.tag("svg", curves)
                .styled("curves")
                .with("width", "100%")
                .with("height", Integer.toString(height))
                .with("viewBox", "0 0 " + GRID + " " + GRID)
                .with("preserveAspectRatio", "none");
        return Html.tag(
                        "svg",
                        Html.tag("title", title).with("id", id + "-title"),
                        Html.tag("desc", description).with("id", id + "-desc"),
                        Html.all(marks),
                        curves.isEmpty() ? Html.NOTHING : lines,
                        Html.all(words))
                .styled("plot")
                .with("role", "img")
                .with("aria-labelledby", id + "-title " + id + "-desc")
                .with("width", "100%")
                .with("height", Integer.toString(height));
    }

    private String y(Point point) {
        return number((1 - point.y()) * height);
    }

    private static String share(double share) {
        return number(share * 100) + "%";
    }

    /** At most two decimals: more cannot be seen. */
    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        var end = text.length();
        while (text.charAt(end - 1) == '0') end--;
        text = text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
        return text.equals("-0") ? "0" : text;
    }
}
