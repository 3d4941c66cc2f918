package dev.aotrollout.observe;

import dev.aotrollout.observe.CounterKey.Endpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one scrape said of one counter.
 *
 * @param atMillis since the epoch
 * @param job who scraped
 * @param requests so far
 * @param fast requests so far that stayed within the bound; {@link #UNKNOWN} when the histogram has no such bound
 */
record Scrape(long atMillis, String job, long requests, long fast) {
    static final long UNKNOWN = -1;

    private static final Comparator<Scrape> BY_TIME =
            Comparator.comparingLong(Scrape::atMillis).thenComparing(Scrape::job);

    /**
     * Raw samples in the order of time; nothing is empty.
     *
     * @param up when each endpoint was scraped with success
     */
    record Batch(Map<CounterKey, List<Scrape>> counters, Map<Endpoint, List<Long>> up) {}

    /** Joins count and bucket samples of the same scrape, which carry the same stamp; those after {@code from} up to {@code until}. */
    static Batch batch(List<TimeSeries> all, Instant from, Instant until) {
        var stretch = new Stretch(from.toEpochMilli(), until.toEpochMilli());
        var fast = new HashMap<Source, Map<Long, Long>>();
        var up = new HashMap<Endpoint, List<Long>>();
        for (var series : all) {
            if (series.label("__name__").equals(RequestCounters.BUCKET))
                fast.put(Source.of(series), stretch.valuesByTime(series));
            if (series.label("__name__").equals(RequestCounters.UP))
                up.computeIfAbsent(CounterKey.of(series).endpoint(), _ -> new ArrayList<>())
                        .addAll(stretch.timesOfSuccess(series));
        }
        up.values().removeIf(List::isEmpty);
        up.values().forEach(times -> times.sort(null));
        var counters = new HashMap<CounterKey, List<Scrape>>();
        for (var series : all)
            if (series.label("__name__").equals(RequestCounters.COUNT)) {
                var source = Source.of(series);
                var fastByTime = fast.getOrDefault(source, Map.of());
                var scrapes = counters.computeIfAbsent(source.key(), _ -> new ArrayList<>());
                stretch.valuesByTime(series)
                        .forEach((at, value) ->
                                scrapes.add(new Scrape(at, source.job(), value, fastByTime.getOrDefault(at, UNKNOWN))));
            }
        counters.values().removeIf(List::isEmpty);
        counters.values().forEach(scrapes -> scrapes.sort(BY_TIME));
        return new Batch(counters, up);
    }

    private record Stretch(long fromMillis, long untilMillis) {
        /** NaN marks a series that ended and is no value; whole numbers so that differences add up exactly. */
        Map<Long, Long> valuesByTime(TimeSeries series) {
            var values = HashMap.<Long, Long>newHashMap(series.samples().size());
            for (var sample : series.samples())
                if (holds(sample) && Double.isFinite(sample.value()) && sample.value() >= 0)
                    values.put(sample.at().toEpochMilli(), Math.round(sample.value()));
            return values;
        }

        List<Long> timesOfSuccess(TimeSeries series) {
            return series.samples().stream()
                    .filter(sample -> holds(sample) && sample.value() == 1)
                    .map(sample -> sample.at().toEpochMilli())
                    .toList();
        }

        private boolean holds(Sample sample) {
            var at = sample.at().toEpochMilli();
            return at > fromMillis && at <= untilMillis;
        }
    }

    private record Source(CounterKey key, String job) {
        static Source of(TimeSeries series) {
            return new Source(CounterKey.of(series), CounterKey.job(series));
        }
    }
}
