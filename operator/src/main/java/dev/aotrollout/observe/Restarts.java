package dev.aotrollout.observe;

import dev.aotrollout.observe.CounterKey.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * When processes were seen to have started anew. One counter that falls tells it for all counters of its origin: a rare failure that
 * happens once before and once after a crash shows the value 1 both times, and yet is two failures.
 */
final class Restarts {
    /** Each scrape job sees a restart in a scrape of its own. */
    private record Seen(Origin origin, String job) {}

    /** By the first scrape after the restart: the last one that is known to be before it. */
    private final Map<Seen, NavigableMap<Long, Long>> sinceByUntil = new HashMap<>();

    Restarts copy() {
        var copy = new Restarts();
        sinceByUntil.forEach((seen, times) -> copy.sinceByUntil.put(seen, new TreeMap<>(times)));
        return copy;
    }

    /** A counter of {@code origin} fell from {@code before} to {@code after}. */
    void note(Origin origin, Counter before, Scrape after) {
        sinceByUntil
                .computeIfAbsent(new Seen(origin, after.job()), _ -> new TreeMap<>())
                .merge(after.atMillis(), before.atMillis(), Math::max);
    }

    /**
     * Whether there was surely one between {@code before} and {@code after}. Where a counter was away for some scrapes before it
     * fell, the restart was in any of them, and counters that were not away tell for themselves.
     */
    boolean between(Origin origin, Counter before, Scrape after) {
        var seen = sinceByUntil.get(new Seen(origin, after.job()));
        return seen != null
                && seen.subMap(before.atMillis(), false, after.atMillis(), true).values().stream()
                        .anyMatch(since -> since >= before.atMillis());
    }
}
