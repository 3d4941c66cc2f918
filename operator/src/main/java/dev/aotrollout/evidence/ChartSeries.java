package dev.aotrollout.evidence;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Which lines of a document a chart shows. */
final class ChartSeries {
    private ChartSeries() {}

    static List<Series> of(EvidenceDocument document, String query, String track) {
        return document.series().stream()
                .filter(series -> series.query().equals(query) && series.track().equals(track))
                .toList();
    }

    /** The largest value; 0 where there is none. */
    static double most(Stream<Series> lines) {
        return lines.flatMap(line -> line.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /** Whether anything was measured. */
    static boolean isEmpty(List<Series> lines) {
        return lines.stream().flatMap(line -> line.values().stream()).noneMatch(Objects::nonNull);
    }

    /** Points that are missing between the first and the last of a line. */
    static long gaps(Stream<Series> lines) {
        return lines.mapToLong(ChartSeries::gaps).sum();
    }

    private static long gaps(Series line) {
        var known = line.values().stream().map(Objects::nonNull).toList();
        var first = known.indexOf(true);
        if (first < 0) return 0;
        return known.subList(first, known.lastIndexOf(true)).stream()
                .filter(there -> !there)
                .count();
    }
}
