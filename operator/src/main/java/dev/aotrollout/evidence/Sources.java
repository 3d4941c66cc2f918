package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where every number is from: sent again, each query gives the same answer for as long as Prometheus keeps the samples.
 *
 * @param prometheus host and port
 * @param from start of the frozen time frame
 * @param to its end
 * @param stepSeconds between points of series
 */
public record Sources(String prometheus, String from, String to, long stepSeconds, List<Query> queries) {
    /**
     * A query as it was sent.
     *
     * @param id that figures and series refer to
     * @param shows what it is, in words
     * @param at evaluation time
     * @param answered series in the answer; 0 where it failed
     * @param trouble why there is no answer; absent where there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Query(
            String id,
            String shows,
            String unit,
            String promql,
            String at,
            int answered,
            @Nullable String trouble) {}

    public Sources {
        queries = List.copyOf(queries);
    }
}
