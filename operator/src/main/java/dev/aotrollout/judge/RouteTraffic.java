package dev.aotrollout.judge;

import java.util.List;

/**
 * The requests of one route.
 *
 * @param route as the metric labels it; {@link #OTHER} for all routes that are not listed by themselves
 * @param jit all requests to it on JIT
 * @param aot all requests to it on AOT
 * @param eventful those of its buckets in which a request failed on either track, oldest first
 */
public record RouteTraffic(String route, Counts jit, Counts aot, Sequence<Bucket> eventful) {
    /** The rest. */
    public static final String OTHER = "other";

    /** With any list. */
    public RouteTraffic(String route, Counts jit, Counts aot, List<Bucket> eventful) {
        this(route, jit, aot, Sequence.of(eventful));
    }
}
