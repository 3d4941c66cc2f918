package dev.aotrollout.observe;

import java.time.Instant;

/** Something that answers PromQL. */
public interface MetricSource {
    /** The value of {@code promql} at {@code at}; blocks, with a deadline of its own, and never throws for expected trouble. */
    QueryResult query(String promql, Instant at);
}
