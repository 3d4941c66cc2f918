package dev.aotrollout.runtime;

import dev.aotrollout.evidence.Quality;
import dev.aotrollout.evidence.Series;
import dev.aotrollout.evidence.Sources;
import dev.aotrollout.observe.Frame;
import dev.aotrollout.observe.QueryResult;
import dev.aotrollout.observe.Sample;
import dev.aotrollout.observe.SeriesAnswer;
import dev.aotrollout.observe.TimeSeries;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Prometheus answered about one run, as numbers of a pack. */
final class EvidenceAnswers {
    /** Of each track, those with the most points. */
    static final int MOST_PODS = 50;

    /** More digits than that are noise of sampling. */
    private static final MathContext DIGITS = new MathContext(6);
    /** Fewer missing points are the ordinary loss of a scrape. */
    private static final double GAP = 0.1;

    private static final Set<String> CHARTS =
            Set.of("memory", "requests", "errors", "p50", "p95", "p99", "cpu", "burn");
    /** Without these there is nothing to compare. */
    private static final Set<String> NEEDED = Set.of("memory", "requests");

    private final List<SeriesAnswer> all;
    private final Frame frame;

    EvidenceAnswers(List<SeriesAnswer> all, Frame frame) {
        this.all = all;
        this.frame = frame;
    }

    /** One number by the label that names it. */
    Map<String, Double> figures(String figure, String track) {
        var values = new HashMap<String, Double>();
        of(figure, track).forEach(answer -> {
            for (var row : rows(answer))
                last(row)
                        .ifPresent(value ->
                                values.merge(row.label(answer.question().label()), rounded(value), Double::sum));
        });
        return values;
    }

    /** One number; empty where it is not known. */
    Optional<Double> figure(String figure, String track) {
        return of(figure, track)
                .flatMap(answer -> rows(answer).stream())
                .flatMap(row -> last(row).stream().boxed())
                .map(EvidenceAnswers::rounded)
                .findFirst();
    }

    private Stream<SeriesAnswer> of(String figure, String track) {
        return all.stream()
                .filter(answer -> answer.question().figure().equals(figure)
                        && answer.question().track().equals(track));
    }

    private static List<TimeSeries> rows(SeriesAnswer answer) {
        return answer.result() instanceof QueryResult.Series(var rows) ? rows : List.of();
    }

    private static OptionalDouble last(TimeSeries row) {
        return row.samples().isEmpty()
                        || !Double.isFinite(row.samples().getLast().value())
                ? OptionalDouble.empty()
                : OptionalDouble.of(row.samples().getLast().value());
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    List<Series> series() {
        return all.stream()
                .filter(answer -> CHARTS.contains(answer.question().figure()))
                .flatMap(this::series)
                .toList();
    }

    private Stream<Series> series(SeriesAnswer answer) {
        var question = answer.question();
        return rows(answer).stream()
                .filter(row -> !row.samples().isEmpty())
                .sorted(Comparator.comparingInt(
                                (TimeSeries row) -> -row.samples().size())
                        .thenComparing(row -> row.label(question.label())))
                .limit(MOST_PODS)
                .map(row -> new Series(
                        question.figure(),
                        question.track(),
                        row.label(question.label()),
                        question.unit(),
                        row.samples().getFirst().at().toString(),
                        frame.step().toSeconds(),
                        onGrid(row.samples())))
                .sorted(Comparator.comparing(Series::name));
    }

    private List<@Nullable Double> onGrid(List<Sample> samples) {
        var first = samples.getFirst().at();
        @Nullable
        Double[] values = new @Nullable Double[index(first, samples.getLast().at()) + 1];
        for (var sample : samples)
            if (Double.isFinite(sample.value())) values[index(first, sample.at())] = rounded(sample.value());
        return Arrays.asList(values);
    }

    private int index(Instant first, Instant at) {
        var step = frame.step().toMillis();
        return Math.toIntExact((Duration.between(first, at).toMillis() + step / 2) / step);
    }

    double highest(String figure) {
        return series().stream()
                .filter(one -> one.query().equals(figure))
                .flatMap(one -> one.values().stream())
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN);
    }

    static List<Quality.Gap> gaps(List<Series> series) {
        var gaps = new ArrayList<Quality.Gap>();
        for (var one : series) {
            var missing =
                    (int) one.values().stream().filter(value -> value == null).count();
            if (missing > GAP * one.values().size())
                gaps.add(new Quality.Gap(
                        id(one.query(), one.track()),
                        one.name(),
                        missing,
                        one.values().size()));
        }
        return gaps;
    }

    /** Queries that were refused, and figures that nothing is known of though nobody can do without. */
    List<String> troubles() {
        var troubles = new ArrayList<String>();
        for (var answer : all) {
            var question = answer.question();
            if (answer.result() instanceof QueryResult.Unavailable(var why, var answered) && answered)
                troubles.add("%s of %s is not known: %s".formatted(question.shows(), question.track(), why));
            else if (NEEDED.contains(question.figure())
                    && answer.result() instanceof QueryResult.Series(var rows)
                    && rows.isEmpty())
                troubles.add("Prometheus has no series for %s of %s within the run"
                        .formatted(question.shows(), question.track()));
        }
        var pods = all.stream()
                .filter(answer -> answer.question().figure().equals("memory"))
                .filter(answer -> rows(answer).size() > MOST_PODS)
                .map(answer -> "%d pods of %s were there in the run; the %d seen for longest are charted"
                        .formatted(rows(answer).size(), answer.question().track(), MOST_PODS));
        return Stream.concat(troubles.stream(), pods).toList();
    }

    List<Sources.Query> queries() {
        return all.stream()
                .map(answer -> {
                    var question = answer.question();
                    return new Sources.Query(
                            id(question.figure(), question.track()),
                            question.shows(),
                            question.unit(),
                            question.promql(),
                            question.at().toString(),
                            rows(answer).size(),
                            answer.result() instanceof QueryResult.Unavailable(var why, var _) ? why : null);
                })
                .toList();
    }

    private static String id(String figure, String track) {
        return figure + "." + track;
    }
}
