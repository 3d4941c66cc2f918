package dev.aotrollout.observe;

import java.util.List;

/** What a metric source answered; a failure is a value. */
public sealed interface QueryResult {

    /** All series that matched, in no particular order; none is an answer too. */
    record Series(List<TimeSeries> all) implements QueryResult {
        public Series {
            all = List.copyOf(all);
        }
    }

    /**
     * No answer that can be used.
     *
     * @param why names the server and the trouble, without secrets
     * @param answered the server works and refused this query only, so others may succeed
     */
    record Unavailable(String why, boolean answered) implements QueryResult {}
}
