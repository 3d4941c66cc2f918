package dev.aotrollout.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a chart.
 *
 * @param query id of the query that answered it: {@code memory}, {@code errors} (failed : all), {@code requests} (a second),
 *     {@code p50}, {@code p95}, {@code p99} (seconds), {@code cpu} (seconds a request) or {@code burn} (burn rate of both tracks)
 * @param track {@code jit} or {@code aot}; {@code both} for the service
 * @param name of the pod where the query is by pod, else empty
 * @param startAt time of the first value; the next ones follow every {@code stepSeconds}
 * @param values {@code null} where nothing was measured
 */
public record Series(
        String query,
        String track,
        String name,
        String unit,
        String startAt,
        long stepSeconds,
        List<@Nullable Double> values) {
    /** Of the service as a whole. */
    public static final String BOTH = "both";

    public Series {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
