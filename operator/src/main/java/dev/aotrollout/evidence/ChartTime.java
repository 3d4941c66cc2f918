package dev.aotrollout.evidence;

import dev.aotrollout.evidence.SvgPlot.Point;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Time from left to right, in UTC. */
record ChartTime(Instant from, Instant to) {
    private static final List<Long> STEPS_SECONDS = List.of(
            1L,
            5L,
            10L,
            30L,
            60L,
            120L,
            300L,
            600L,
            900L,
            1800L,
            3600L,
            7200L,
            10_800L,
            21_600L,
            43_200L,
            86_400L,
            172_800L,
            604_800L,
            2_592_000L);
    private static final int MOST_TICKS = 7;
    private static final long DAY_SECONDS = 86_400;
    /** From here on every second number is left out on phones. */
    private static final int MANY_TICKS = 5;

    /** The frozen time frame of the document, wide enough for the run. */
    static ChartTime of(EvidenceDocument document) {
        var from = earlier(document.sources().from(), document.conclusion().startedAt());
        var to = later(document.sources().to(), document.conclusion().endedAt());
        return new ChartTime(from, to.isAfter(from) ? to : from.plusSeconds(1));
    }

    private static Instant earlier(String one, String other) {
        return Instant.parse(one).isBefore(Instant.parse(other)) ? Instant.parse(one) : Instant.parse(other);
    }

    private static Instant later(String one, String other) {
        return Instant.parse(one).isAfter(Instant.parse(other)) ? Instant.parse(one) : Instant.parse(other);
    }

    double share(Instant at) {
        var share = (double) Duration.between(from, at).toMillis()
                / Duration.between(from, to).toMillis();
        return Math.clamp(share, 0, 1);
    }

    /** The points of a series, broken where nothing was measured; what is above the axis stays at its edge. */
    List<List<Point>> runs(Series series, double unit, ChartAxis axis) {
        var runs = new ArrayList<List<Point>>();
        var run = new ArrayList<Point>();
        var at = Instant.parse(series.startAt());
        for (var value : series.values()) {
            if (value == null) {
                if (!run.isEmpty()) runs.add(List.copyOf(run));
                run.clear();
            } else if (!at.isBefore(from) && !at.isAfter(to)) {
                run.add(new Point(share(at), Math.clamp(axis.share(value / unit), 0, 1)));
            }
            at = at.plusSeconds(series.stepSeconds());
        }
        if (!run.isEmpty()) runs.add(List.copyOf(run));
        return runs;
    }

    /** Vertical lines at round times, with the times below where asked for. */
    void lying(SvgPlot plot, boolean labelled) {
        var ticks = ticks();
        for (var i = 0; i < ticks.size(); i++) {
            var x = share(ticks.get(i));
            plot.line("grid", new Point(x, 0), new Point(x, 1));
            if (!labelled) continue;
            var style = ticks.size() >= MANY_TICKS && i % 2 == 1 ? "below roomy" : "below";
            plot.words(style, new Point(x, 0), new Point(0, 18), label(ticks.get(i), i == 0) + (i == 0 ? " UTC" : ""));
        }
    }

    private List<Instant> ticks() {
        var seconds = Duration.between(from, to).toSeconds();
        var step = STEPS_SECONDS.stream()
                .filter(candidate -> seconds / candidate < MOST_TICKS)
                .findFirst()
                .orElse(STEPS_SECONDS.getLast());
        var ticks = new ArrayList<Instant>();
        var first = Math.ceilDiv(from.getEpochSecond(), step) * step;
        for (var at = first; at <= to.getEpochSecond() && ticks.size() <= 2 * MOST_TICKS; at += step)
            ticks.add(Instant.ofEpochSecond(at));
        return ticks;
    }

    private String label(Instant tick, boolean first) {
        var midnight = tick.getEpochSecond() % DAY_SECONDS == 0;
        var pattern = midnight || (first && Duration.between(from, to).toSeconds() >= DAY_SECONDS)
                ? "d MMM"
                : tick.getEpochSecond() % 60 == 0 ? "HH:mm" : "HH:mm:ss";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(tick);
    }
}
