package dev.aotrollout.evidence;

import dev.aotrollout.evidence.SvgPlot.Point;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** Libraries by what the policy says of them, as one bar. */
final class ChartLibraries {
    private static final String TITLE = "Libraries by verdict of the policy";
    private static final double THINNEST = 0.006;

    private ChartLibraries() {}

    static Html of(Candidate.Libraries libraries) {
        var counts = new TreeMap<>(libraries.counts());
        var all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) return ChartFigure.missing(TITLE, "No library was judged.");
        var plot = new SvgPlot(22);
        var x = 0.0;
        for (var entry : counts.entrySet()) {
            var wide = Math.max(THINNEST, (double) entry.getValue() / all);
            if (entry.getValue() > 0)
                plot.box(
                        "fill " + standing(entry.getKey()).style(),
                        new Point(x, 0),
                        new Point(Math.min(1, x + wide), 1));
            if (entry.getValue() > 0) x += (double) entry.getValue() / all;
        }
        var sentence = "%s by policy %s.".formatted(all == 1 ? "1 library" : all + " libraries", libraries.policy());
        return ChartFigure.of(TITLE, sentence, Html.NOTHING, plot.drawn("libraries", TITLE, words(counts)))
                .styled("bare");
    }

    private static String words(Map<String, Integer> counts) {
        var words = new ArrayList<String>();
        counts.forEach((verdict, count) -> words.add(verdict + " " + count));
        return String.join(", ", words);
    }

    static ReportStanding standing(String verdict) {
        return switch (verdict) {
            case "Approved" -> ReportStanding.GOOD;
            case "Conditional" -> ReportStanding.NEUTRAL;
            case "Denied" -> ReportStanding.BAD;
            default -> ReportStanding.UNKNOWN;
        };
    }
}
