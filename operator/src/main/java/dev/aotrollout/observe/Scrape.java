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
 * @param value counted so far
 */
record Scrape(long atMillis, String job, long value) {
    private static final Comparator<Scrape> BY_TIME =
            Comparator.comparingLong(Scrape::atMillis).thenComparing(Scrape::job);

    /**
     * Raw samples in the order of time; nothing is empty.
     *
     * @param up when each endpoint was scraped with success
     */
    record Batch(Map<CounterKey, List<Scrape>> counters, Map<Endpoint, List<Long>> up) {}

    /** The samples after {@code from} up to {@code until}. */
    static Batch batch(List<TimeSeries> all, Selection selection, Instant from, Instant until) {
        var stretch = new Stretch(from.toEpochMilli(), until.toEpochMilli());
        var up = new HashMap<Endpoint, List<Long>>();
        var counters = new HashMap<CounterKey, List<Scrape>>();
        for (var series : all) {
            var key = CounterKey.of(series, selection);
            if (key.metric().equals(Selection.UP))
                up.computeIfAbsent(key.endpoint(), _ -> new ArrayList<>()).addAll(stretch.timesOfSuccess(series));
            else
                counters.computeIfAbsent(key, _ -> new ArrayList<>())
                        .addAll(stretch.scrapes(series, CounterKey.job(series, selection)));
        }
        up.values().removeIf(List::isEmpty);
        up.values().forEach(times -> times.sort(null));
        counters.values().removeIf(List::isEmpty);
        counters.values().forEach(scrapes -> scrapes.sort(BY_TIME));
        return new Batch(counters, up);
    }

    private record Stretch(long fromMillis, long untilMillis) {
        /** NaN marks a series that ended and is no value; whole numbers so that differences add up exactly. */
        List<Scrape> scrapes(TimeSeries series, String job) {
            return series.samples().stream()
                    .filter(sample -> holds(sample) && Double.isFinite(sample.value()) && sample.value() >= 0)
                    .map(sample -> new Scrape(sample.at().toEpochMilli(), job, Math.round(sample.value())))
                    .toList();
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
}
