package dev.aotrollout.observe;

import dev.aotrollout.judge.Metrics;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** All queries of one look at one rollout, traffic first: it is what a regression shows in. Used by one thread at a time. */
final class MetricsFetch {
    private final TrafficReader traffic = new TrafficReader();
    private final MemoryReader memory = new MemoryReader();
    private final BudgetReader budget;

    MetricsFetch(InstantSource time) {
        budget = new BudgetReader(time);
    }

    Outcome fetch(MetricSource source, MetricsRequest request, Instant now) {
        var watched = new Watched(source);
        var seen = traffic.read(watched, request, now);
        if (!watched.down.isEmpty()) return Outcome.down(watched.down, now);
        var unread = "not read yet";
        return new Outcome(
                new MetricsSnapshot(
                        new Metrics(
                                seen,
                                new Reading.Missing<>(unread),
                                budget.read(source, request, now),
                                memory.read(source, request, now),
                                new Reading.Missing<>(unread),
                                new Reading.Missing<>(unread),
                                new Reading.Missing<>(unread),
                                new Reading.Missing<>(unread),
                                Map.of()),
                        now),
                "");
    }

    /**
     * What came of it.
     *
     * @param down why the server did not answer at all; empty when it did
     */
    record Outcome(MetricsSnapshot snapshot, String down) {
        static Outcome down(String why, Instant now) {
            return new Outcome(MetricsSnapshot.missing(why, now), why);
        }
    }

    /** Notes that the server does not answer, which is not the same as refusing one query. */
    private static final class Watched implements MetricSource {
        private final MetricSource source;
        private String down = "";

        Watched(MetricSource source) {
            this.source = source;
        }

        @Override
        public QueryResult query(String promql, Instant at) {
            var result = source.query(promql, at);
            if (result instanceof Unavailable(var why, var answered) && !answered) down = why;
            return result;
        }
    }
}
