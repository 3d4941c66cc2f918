package dev.aotrollout.examples.demo.report;

import dev.aotrollout.examples.demo.load.LoadReport;
import dev.aotrollout.examples.demo.load.Quantiles;
import dev.aotrollout.examples.demo.load.ServedWeights;
import dev.aotrollout.examples.demo.load.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The results as plain text. */
public final class TextReport {
    private final List<String> lines = new ArrayList<>();

    private TextReport() {}

    /** Writes all results, one after the other. */
    public static String write(List<RunResult> results) {
        var report = new TextReport();
        results.forEach(report::result);
        return String.join("\n", report.lines) + "\n";
    }

    private void result(RunResult result) {
        lines.add(result.title());
        lines.add("-".repeat(result.title().length()));
        ending(result);
        line("Requests", requests(result.load()));
        failures(result.load());
        reaction(result.reaction());
        line("Weights asked", weights(result));
        served(result.served());
        figures("Startup", result.startupSeconds(), "s");
        figures("Memory per pod", result.memoryMebibytes(), "MiB");
        latency(result.load());
        line(
                "Load generator",
                "at most %s behind its schedule"
                        .formatted(Words.millis(result.load().largestLag())));
        lines.add("");
    }

    private void ending(RunResult result) {
        var verdict = result.verdict();
        var last = verdict.last();
        line(
                "Ending",
                "%s %s after %s; %s"
                        .formatted(
                                last.phase().isEmpty() ? "none" : last.phase(),
                                last.reason(),
                                Words.seconds(result.took()),
                                verdict.reached()
                                        ? "as expected"
                                        : "NOT as expected ("
                                                + verdict.expected().words() + ")"));
        if (!last.message().isEmpty()) {
            line("", last.message());
        }
    }

    private static String requests(LoadReport load) {
        return "%s, %s failed".formatted(Words.count(load.requests()), Words.count(load.failed()));
    }

    private void failures(LoadReport load) {
        if (load.failed() > 0) {
            line(
                    "Failures",
                    "%s; by track %s; %s from the first to the last, %s of those by AOT"
                            .formatted(
                                    counts(load.failuresByKind()),
                                    counts(load.failuresByTrack()),
                                    Words.seconds(load.failing()),
                                    Words.seconds(load.failing(Track.AOT))));
        }
    }

    private static String counts(Map<?, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + Words.count(entry.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void reaction(Reaction reaction) {
        if (reaction.sign() != Reaction.Sign.NONE) {
            line(
                    "Reaction",
                    "%s from the %s to weight 0"
                            .formatted(
                                    Words.seconds(reaction.toWeightZero()),
                                    reaction.sign().words()));
        }
    }

    private static String weights(RunResult result) {
        return result.weights().stream()
                .map(weight -> {
                    var since = Duration.between(result.begun(), weight.at());
                    return "%d %% at %s"
                            .formatted(weight.aotPercent(), Words.clock(since.isNegative() ? Duration.ZERO : since));
                })
                .collect(Collectors.joining(", "));
    }

    private void served(ServedWeights served) {
        for (var span : served.spans()) {
            var interval = span.interval();
            line(
                    span.equals(served.spans().getFirst()) ? "Weights served" : "",
                    String.format(
                            Locale.ROOT,
                            "asked %3d %%, served %5.1f %% of %6s requests (99.9 %% interval %.1f .. %.1f) %s",
                            span.askedPercent(),
                            span.servedPercent(),
                            Words.count(span.requests()),
                            100 * interval.low(),
                            100 * interval.high(),
                            span.requests() == 0 ? "too short" : span.matches() ? "ok" : "OUTSIDE"));
        }
    }

    private void figures(String name, TrackFigures figures, String unit) {
        line(
                name,
                "JIT %s, AOT %s, ratio %s"
                        .formatted(
                                median(figures.jit(), unit),
                                median(figures.aot(), unit),
                                Words.ratio(figures.ratio())));
    }

    private static String median(List<Double> values, String unit) {
        var median = TrackFigures.median(values);
        return median.isEmpty()
                ? "no pod"
                : String.format(Locale.ROOT, "%.1f %s (median of %d pods)", median.getAsDouble(), unit, values.size());
    }

    private void latency(LoadReport load) {
        for (var track : List.of(Track.JIT, Track.AOT)) {
            var quantiles = load.latencies().get(track);
            if (quantiles != null) {
                line("Latency " + track, latencies(quantiles));
            }
        }
    }

    private static String latencies(Quantiles quantiles) {
        return "p50 %s, p95 %s, p99 %s, longest %s"
                .formatted(
                        Words.millis(quantiles.p50()),
                        Words.millis(quantiles.p95()),
                        Words.millis(quantiles.p99()),
                        Words.millis(quantiles.longest()));
    }

    private void line(String name, String text) {
        lines.add(String.format(Locale.ROOT, "  %-16s%s", name, text).stripTrailing());
    }
}
