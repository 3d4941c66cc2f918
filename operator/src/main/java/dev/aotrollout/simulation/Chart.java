package dev.aotrollout.simulation;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Verdict;
import dev.aotrollout.simulation.Panel.Axis;
import dev.aotrollout.simulation.Panel.Value;
import dev.aotrollout.simulation.Svg.Point;
import dev.aotrollout.simulation.Timeline.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Draws a story: one self-contained file, the same bytes for the same story. */
public final class Chart {
    private static final double WIDE = 720;
    /** For phones. */
    private static final double NARROW = 380;

    private static final double MARGIN = 16;
    private static final double CHARACTER = 6.6;
    private static final double PANEL_STEP = Panel.HEIGHT + 44;
    private static final double STRIP_HEIGHT = 18;
    private static final double MEBI = 1024.0 * 1024;
    private static final List<Long> TICKS =
            List.of(10L, 30L, 60L, 120L, 300L, 600L, 900L, 1800L, 3600L, 7200L, 14_400L, 43_200L, 86_400L);
    private static final double TICK_WIDTH = 80;
    /** With fewer requests a share says little; neighbouring columns are joined. */
    private static final long FEW_REQUESTS = 200;

    private final Story story;
    private final Timeline timeline;
    private final Svg svg = new Svg();

    private final double width;
    private final Axis time;
    private double top;

    private Chart(Story story, double width) {
        this.story = story;
        this.timeline = new Timeline(story);
        this.width = width;
        this.time = new Axis(width - MARGIN, timeline.seconds());
    }

    /** As an SVG image. */
    public static String svg(Story story) {
        return new Chart(story, WIDE).drawn();
    }

    /** As a page that shows the image and the lines of the story. */
    public static String html(Story story) {
        return ChartPage.of(story, svg(story), new Chart(story, NARROW).drawn());
    }

    private String drawn() {
        head();
        weights();
        panel(1, "Failed requests", Counts::requests, Counts::errorRatio);
        panel(2, "Slow requests", Counts::timed, Counts::slowRatio);
        memory();
        var guards = guards();
        var stripTop = top + 4 * PANEL_STEP;
        strip(stripTop, guards);
        times(stripTop + guards.size() * STRIP_HEIGHT + 20);
        return framed(stripTop + guards.size() * STRIP_HEIGHT + 40);
    }

    private String framed(double height) {
        var size = Svg.number(width) + " " + Svg.number(height);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s" role="img" aria-label="%s">
                <style>%s</style>
                <rect class="paper" width="%s" height="%s"/>
                %s</svg>
                """.formatted(
                        size,
                        Svg.escaped(heading() + ". " + why()),
                        ChartPage.IMAGE_STYLE,
                        Svg.number(width),
                        Svg.number(height),
                        svg);
    }

    private String heading() {
        return story.rollout() + ": " + story.ending().phase();
    }

    private void head() {
        svg.words("head " + story.ending().phase(), new Point(MARGIN, 30), heading());
        var y = 50.0;
        for (var line : Words.wrapped(why(), (int) ((width - 2 * MARGIN) / CHARACTER), 5)) {
            svg.words("why", new Point(MARGIN, y), line);
            y += 16;
        }
        top = legend(y + 6) + 40;
    }

    private String why() {
        return "%s: %s after %s. %s"
                .formatted(
                        story.scenario(),
                        story.ending().reason(),
                        Words.time(story.ending().second()),
                        story.ending().message());
    }

    /** Where it ends. */
    private double legend(double from) {
        var entries = List.of(
                "jit", "JIT", "aot", "AOT", "asked", "weight asked", "served", "weight served", "mark", "event");
        var x = MARGIN;
        var y = from;
        for (var i = 0; i < entries.size(); i += 2) {
            var wide = 44 + CHARACTER * entries.get(i + 1).length();
            if (x + wide > width) {
                x = MARGIN;
                y += 18;
            }
            svg.line(entries.get(i), new Point(x, y), new Point(x + 22, y));
            svg.words("key", new Point(x + 28, y + 4), entries.get(i + 1));
            x += wide;
        }
        return y;
    }

    private void weights() {
        var panel = new Panel("Weight of AOT", top, 100, "%", time);
        panel.frame(svg);
        marks(panel);
        panel.stairs(svg, "served", changes(Story.Look::served));
        panel.stairs(svg, "asked", changes(Story.Look::asked));
    }

    private List<Value> changes(ToDoubleFunction<Story.Look> of) {
        var values = new ArrayList<Value>();
        values.add(new Value(0, 0));
        for (var look : story.looks())
            if (values.getLast().value() != of.applyAsDouble(look))
                values.add(new Value(look.second(), of.applyAsDouble(look)));
        return values;
    }

    private void panel(int number, String title, ToLongFunction<Counts> of, ToDoubleFunction<Counts> ratio) {
        draw(number, title, "%", shares(Column::jit, of, ratio), shares(Column::aot, of, ratio));
    }

    private List<Value> shares(
            Function<Column, Counts> track, ToLongFunction<Counts> of, ToDoubleFunction<Counts> ratio) {
        var values = new ArrayList<Value>();
        var gathered = Counts.ZERO;
        var since = 0.0;
        for (var column : timeline.columns()) {
            if (of.applyAsLong(gathered) == 0) since = column.second();
            gathered = gathered.plus(track.apply(column));
            if (of.applyAsLong(gathered) < FEW_REQUESTS) continue;
            values.add(new Value((since + column.second() + column.width()) / 2, 100 * ratio.applyAsDouble(gathered)));
            gathered = Counts.ZERO;
        }
        return values;
    }

    private void memory() {
        draw(3, "Memory per pod", " MiB", memory(Column::jitMemoryBytes), memory(Column::aotMemoryBytes));
    }

    private List<Value> memory(ToDoubleFunction<Column> bytes) {
        return timeline.columns().stream()
                .filter(column -> bytes.applyAsDouble(column) > 0)
                .map(column -> new Value(middle(column), bytes.applyAsDouble(column) / MEBI))
                .toList();
    }

    private void draw(int number, String title, String unit, List<Value> jit, List<Value> aot) {
        var most = Math.max(most(jit), most(aot));
        var panel = new Panel(title, top + number * PANEL_STEP, most == 0 ? 1 : Panel.roundUp(most), unit, time);
        panel.frame(svg);
        marks(panel);
        panel.curve(svg, "jit", jit);
        panel.curve(svg, "aot", aot);
    }

    private static double most(List<Value> values) {
        return values.stream().mapToDouble(Value::value).max().orElse(0);
    }

    /** Where somebody or something other than the operator acted. */
    private void marks(Panel panel) {
        for (var line : story.lines())
            if (line.text().startsWith("-- "))
                svg.line(
                        "mark",
                        new Point(panel.x(line.second()), panel.top()),
                        new Point(panel.x(line.second()), panel.top() + Panel.HEIGHT));
    }

    private static double middle(Column column) {
        return column.second() + column.width() / 2;
    }

    private List<GuardName> guards() {
        var all = new TreeSet<GuardName>();
        for (var column : timeline.columns()) all.addAll(column.guards().keySet());
        return List.copyOf(all);
    }

    private void strip(double top, List<GuardName> guards) {
        if (guards.isEmpty()) return;
        svg.words("title", new Point(Axis.LEFT, top - 10), "Guards");
        key(new Point(Axis.LEFT + 80, top - 10));
        for (var row = 0; row < guards.size(); row++) {
            var guard = guards.get(row);
            var y = top + row * STRIP_HEIGHT;
            svg.words("axis", new Point(Axis.LEFT - 8, y + 12), Words.guard(guard));
            for (var run : runs(guard)) {
                var from = time.x(run.from());
                svg.box(
                        style(run.verdict()),
                        new Point(from, y + 2),
                        Math.max(run.verdict() == Verdict.FAIL ? 4 : 1.5, time.x(run.until()) - from),
                        STRIP_HEIGHT - 4,
                        "%s: %s from %s to %s"
                                .formatted(
                                        guard.label(),
                                        style(run.verdict()),
                                        Words.time((long) run.from()),
                                        Words.time((long) run.until())));
            }
        }
    }

    private void key(Point at) {
        var x = at.x();
        for (var verdict : List.of(Verdict.PASS, Verdict.UNKNOWN, Verdict.FAIL)) {
            svg.box(style(verdict), new Point(x, at.y() - 9), 14, 10, "");
            svg.words("key", new Point(x + 20, at.y()), style(verdict));
            x += 84;
        }
    }

    private static String style(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** The same answer over several columns. */
    private record Run(Verdict verdict, double from, double until) {}

    private List<Run> runs(GuardName guard) {
        var runs = new ArrayList<Run>();
        for (var column : timeline.columns()) {
            var verdict = column.guards().get(guard);
            if (verdict == null) continue;
            var until = column.second() + column.width();
            var before = runs.isEmpty() ? null : runs.getLast();
            if (before != null && before.verdict() == verdict && column.second() - before.until() < column.width() / 2)
                runs.set(runs.size() - 1, new Run(verdict, before.from(), until));
            else runs.add(new Run(verdict, column.second(), until));
        }
        return runs;
    }

    private void times(double y) {
        var step = TICKS.stream()
                .filter(tick -> timeline.seconds() / tick <= (width - Axis.LEFT) / TICK_WIDTH)
                .findFirst()
                .orElse(TICKS.getLast());
        for (var second = 0L; second <= timeline.seconds(); second += step)
            svg.words("time", new Point(time.x(second), y), Words.time(second));
    }
}
