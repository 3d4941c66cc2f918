package dev.aotrollout.observe;

import dev.aotrollout.observe.QueryListener.Ending;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells how each query to {@code source} ended and how long it took. */
public record MeteredSource(MetricSource source, QueryListener listener, InstantSource time) implements MetricSource {
    @Override
    public QueryResult query(String promql, Instant at) {
        var sent = time.instant();
        var result = source.query(promql, at);
        listener.queried(ending(result), Duration.between(sent, time.instant()));
        return result;
    }

    private static Ending ending(QueryResult result) {
        return switch (result) {
            case Series _ -> Ending.OK;
            case Unavailable(var _, var answered) -> answered ? Ending.REFUSED : Ending.UNREACHABLE;
        };
    }
}
