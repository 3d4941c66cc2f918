package dev.aotrollout.observe;

import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The error budget of the service over whole days and the present one. A day that is over is asked for once: one query over 30 days
 * of raw samples would exceed what Prometheus is willing to load. Used by one thread at a time.
 */
final class BudgetReader {
    private static final Duration REFRESH = Duration.ofMinutes(1);
    /** A look back that takes longer goes on with the next poll, so that it does not hold up the other figures. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String FIGURE = "figure";
    private static final String REQUESTS = "requests";
    private static final String ERRORS = "errors";
    private static final String RATE = "rate";

    private static final Reading<Budget> UNREAD = new Reading.Missing<>("the error budget was not read yet", true);

    private final InstantSource time;
    private final TreeMap<Instant, Day> finished = new TreeMap<>();
    private Optional<Key> key = Optional.empty();
    private Circuit circuit = Circuit.CLOSED;
    private Instant nextRead = Instant.MIN;
    private Reading<Budget> latest = UNREAD;

    BudgetReader(InstantSource time) {
        this.time = time;
    }

    /** What is left of the budget, at most a minute old unless it is later than {@code giveUp}. */
    Reading<Budget> read(MetricSource source, MetricsRequest request, Instant now, Instant giveUp) {
        adopt(Key.of(request));
        var late = time.instant().isAfter(giveUp);
        if (!now.isBefore(nextRead) && circuit.permits(now) && !late) latest = refresh(source, request, now);
        return latest;
    }

    private Reading<Budget> refresh(MetricSource source, MetricsRequest request, Instant now) {
        var midnight = now.truncatedTo(ChronoUnit.DAYS);
        var first = midnight.minus(Duration.ofDays(request.budget().windowDays() - 1L));
        finished.headMap(first, true).clear();
        var giveUp = time.instant().plus(PATIENCE);
        for (var end = first.plus(Duration.ofDays(1)); !end.isAfter(midnight); end = end.plus(Duration.ofDays(1))) {
            if (finished.containsKey(end)) continue;
            if (time.instant().isAfter(giveUp))
                return new Reading.Missing<>(
                        "reading the requests of the last %d days, %d days so far"
                                .formatted(request.budget().windowDays(), finished.size()),
                        true);
            var trouble = readDay(source, request, end, now);
            if (trouble.isPresent()) return trouble.get();
        }
        return readToday(source, request, midnight, now);
    }

    private void adopt(Key wanted) {
        if (Optional.of(wanted).equals(key)) return;
        key = Optional.of(wanted);
        finished.clear();
        nextRead = Instant.MIN;
        circuit = Circuit.CLOSED;
        latest = UNREAD;
    }

    private Optional<Reading<Budget>> readDay(MetricSource source, MetricsRequest request, Instant end, Instant now) {
        return switch (source.query(promql(request, Duration.ofDays(1)), end)) {
            case Unavailable(var why, var _) -> Optional.of(failed(why, request, now));
            case Series(var all) -> {
                finished.put(end, Day.of(all));
                yield Optional.empty();
            }
        };
    }

    private Reading<Budget> readToday(MetricSource source, MetricsRequest request, Instant midnight, Instant now) {
        var elapsed = Duration.between(midnight, now);
        var sinceMidnight = elapsed.compareTo(REFRESH) < 0 ? REFRESH : elapsed;
        return switch (source.query(promql(request, sinceMidnight), now)) {
            case Unavailable(var why, var _) -> failed(why, request, now);
            case Series(var all) -> {
                circuit = Circuit.CLOSED;
                nextRead = now.plus(REFRESH);
                yield BudgetSource.remaining(source, request.budget(), budget(Day.of(all), request, now), now);
            }
        };
    }

    private Reading<Budget> failed(String why, MetricsRequest request, Instant now) {
        circuit = circuit.failed(now, request.timing().interval());
        return new Reading.Missing<>(circuit.explain(why));
    }

    private Reading<Budget> budget(Day today, MetricsRequest request, Instant now) {
        var counted = today.requests();
        var errors = today.errors();
        for (var day : finished.values()) {
            counted += day.requests();
            errors += day.errors();
        }
        var coversWindow =
                !finished.isEmpty() && finished.firstEntry().getValue().seen();
        var projected = today.perSecond()
                * Duration.ofDays(request.budget().windowDays()).toSeconds();
        // A service that was first seen yesterday must not be left with the budget of one day.
        var requests = coversWindow ? counted : Math.max(counted, projected);
        var allowed = (1 - request.budget().objectivePercent() / 100) * requests;
        if (!(allowed > 0))
            return new Reading.Missing<>("no requests in the last %d days, so there is no error budget yet"
                    .formatted(request.budget().windowDays()));
        return new Reading.Known<>(new Budget(allowed, 100 * (1 - errors / allowed)), now);
    }

    private static String promql(MetricsRequest request, Duration stretch) {
        var profile = request.profile();
        var selection = Selection.ofRequests(profile, request.tracks());
        var requests = selection.selector(profile.requests(), selection.bothTracks(), "");
        var errors = selection.selector(
                profile.requests(),
                selection.bothTracks(),
                "," + profile.statusLabel() + "=~" + PromQl.quoted(profile.failed()));
        return figure(REQUESTS, selection, "increase(" + requests + PromQl.range(stretch)) + " or "
                + figure(ERRORS, selection, "increase(" + errors + PromQl.range(stretch)) + " or "
                + figure(RATE, selection, "rate(" + requests + PromQl.range(Duration.ofMinutes(5)));
    }

    /** Counts each process once, whatever number of jobs scrape it. */
    private static String figure(String name, Selection selection, String call) {
        return ContainerSeries.figure(
                name, "sum(max without (%s) (%s)))".formatted(String.join(",", selection.jobLabels()), call));
    }

    /**
     * What one day saw; the present one has a part so far.
     *
     * @param seen whether there were series at all
     * @param perSecond requests per second at its end
     */
    private record Day(boolean seen, double requests, double errors, double perSecond) {
        static Day of(List<TimeSeries> all) {
            return new Day(!all.isEmpty(), value(all, REQUESTS), value(all, ERRORS), value(all, RATE));
        }

        private static double value(List<TimeSeries> all, String figure) {
            return all.stream()
                    .filter(series -> series.label(FIGURE).equals(figure))
                    .flatMap(series -> series.samples().stream())
                    .mapToDouble(Sample::value)
                    .filter(Double::isFinite)
                    .sum();
        }
    }

    /** What makes a budget another one. */
    private record Key(Profile profile, Tracks tracks, BudgetQuestion question) {
        static Key of(MetricsRequest request) {
            return new Key(request.profile(), request.tracks().withoutPods(), request.budget());
        }
    }
}
