package dev.aotrollout.observe;

import dev.aotrollout.observe.CounterKey.Endpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * When processes were seen to have started anew. One counter that falls tells it for all counters of its endpoint: a rare failure that
 * happens once before and once after a crash shows the value 1 both times, and yet is two failures.
 */
final class Restarts {
    /** Each scrape job sees a restart in a scrape of its own. */
    private record Seen(Endpoint endpoint, String job) {}

    private final Map<Seen, NavigableSet<Long>> times = new HashMap<>();

    Restarts copy() {
        var copy = new Restarts();
        times.forEach((seen, at) -> copy.times.put(seen, new TreeSet<>(at)));
        return copy;
    }

    void note(Endpoint endpoint, Scrape scrape) {
        times.computeIfAbsent(new Seen(endpoint, scrape.job()), _ -> new TreeSet<>())
                .add(scrape.atMillis());
    }

    /** Whether there was one after {@code before} was read and up to {@code scrape}. */
    boolean between(Endpoint endpoint, Counter before, Scrape scrape) {
        var seen = times.get(new Seen(endpoint, scrape.job()));
        return seen != null
                && !seen.subSet(before.atMillis(), false, scrape.atMillis(), true)
                        .isEmpty();
    }
}
