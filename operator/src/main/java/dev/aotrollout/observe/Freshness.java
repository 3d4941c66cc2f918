package dev.aotrollout.observe;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How current what is known of some pods is.
 *
 * @param newest scrape of their counters where any has one, else of their successful scrapes; {@link Instant#MIN} without either
 * @param spacingMillis between two scrapes; 0 when it is not known yet
 */
record Freshness(Instant newest, long spacingMillis) {

    static Freshness of(Predicate<String> pods, Map<CounterKey, Counter> counters, Map<String, Long> lastUp) {
        var counted = counters.entrySet().stream()
                .filter(e -> pods.test(e.getKey().pod()))
                .mapToLong(e -> e.getValue().atMillis())
                .max();
        var scraped = lastUp.entrySet().stream()
                .filter(e -> pods.test(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .max();
        var newest = counted.isPresent() ? counted : scraped;
        return new Freshness(
                newest.isPresent() ? Instant.ofEpochMilli(newest.getAsLong()) : Instant.MIN,
                spacingMillis(counters, key -> pods.test(key.pod())));
    }

    boolean isKnown() {
        return !newest.equals(Instant.MIN);
    }

    /** The median over these counters; 0 when none was scraped twice. */
    static long spacingMillis(Map<CounterKey, Counter> counters, Predicate<CounterKey> which) {
        var spacings = counters.entrySet().stream()
                .filter(e -> which.test(e.getKey()))
                .mapToLong(e -> e.getValue().spacingMillis())
                .filter(spacing -> spacing > 0)
                .sorted()
                .toArray();
        return spacings.length == 0 ? 0 : spacings[spacings.length / 2];
    }
}
