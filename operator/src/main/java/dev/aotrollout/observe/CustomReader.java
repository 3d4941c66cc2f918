package dev.aotrollout.observe;

import dev.aotrollout.judge.CustomValue;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** The value of one query of the user's own, for AOT and, where asked, for JIT. */
record CustomReader(CustomQuery query) {
    private static final Pattern UNKNOWN = Pattern.compile("\\{\\{[^{}]*}}");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    Reading<CustomValue> read(MetricSource source, MetricsRequest request, Instant now) {
        var aot = value(source, promql(request, request.tracks().aot(), now), "AOT", now);
        if (!(aot instanceof Reading.Known<Double>(var ofAot, var _))) return missing(aot);
        if (!query.alsoJit()) return new Reading.Known<>(new CustomValue(ofAot, OptionalDouble.empty()), now);
        var jit = value(source, promql(request, request.tracks().jit(), now), "JIT", now);
        return jit instanceof Reading.Known<Double>(var ofJit, var _)
                ? new Reading.Known<>(new CustomValue(ofAot, OptionalDouble.of(ofJit)), now)
                : missing(jit);
    }

    private static Reading<CustomValue> missing(Reading<Double> reading) {
        return reading instanceof Reading.Missing<Double>(var why, var pending)
                ? new Reading.Missing<>(why, pending)
                : new Reading.Missing<>("");
    }

    private Reading<Double> value(MetricSource source, String promql, String track, Instant now) {
        var unknown = UNKNOWN.matcher(promql);
        if (unknown.find())
            return wrong(
                    track,
                    "has " + unknown.group()
                            + ", which nothing fills in: use namespace, deployment, service, pods or window");
        return switch (source.query(promql, now)) {
            case Unavailable(var why, var _) -> wrong(track, "was not answered: " + why);
            case Series(var all) -> one(all, track, now);
        };
    }

    private Reading<Double> one(List<TimeSeries> all, String track, Instant now) {
        if (all.isEmpty()) return wrong(track, "gave no series instead of one");
        if (all.size() > 1)
            return wrong(track, "gave " + all.size() + " series instead of one: aggregate them, as with sum()");
        var samples = all.getFirst().samples();
        if (samples.size() != 1)
            return wrong(track, "gave " + samples.size() + " samples instead of one: remove its range");
        var value = samples.getFirst().value();
        return Double.isFinite(value)
                ? new Reading.Known<>(value, now)
                : wrong(track, "gave " + value + " instead of a number");
    }

    private Reading<Double> wrong(String track, String what) {
        return new Reading.Missing<>("query of guard %s for %s %s".formatted(query.name(), track, what));
    }

    private String promql(MetricsRequest request, TrackPods track, Instant now) {
        // A backslash would mean another thing in each kind of PromQL's string literals.
        var pods = TrackNames.ofPods(track.deployment()).regex().replace("\\.", "[.]");
        return query.template()
                .replace("{{namespace}}", inside(request.tracks().namespace()))
                .replace("{{deployment}}", inside(track.deployment()))
                .replace("{{service}}", inside(track.service()))
                .replace("{{pods}}", inside(pods))
                .replace("{{window}}", window(request.timing(), now));
    }

    /** For the inside of a string literal that the user wrote the quotes of. */
    private static String inside(String value) {
        var quoted = PromQl.quoted(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** The age of the step, in whole seconds. */
    private static String window(Timing timing, Instant now) {
        var age = timing.isAnchored() ? Duration.between(timing.anchor(), now) : SHORTEST;
        var atLeast = age.compareTo(SHORTEST) < 0 ? SHORTEST : age;
        var length = atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
        return String.format(Locale.ROOT, "%ds", length.toSeconds());
    }
}
