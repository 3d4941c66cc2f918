package dev.aotrollout.evidence;

import java.util.List;

/**
 * What went wrong over the whole run.
 *
 * @param exceptions by type, the most frequent of AOT first
 * @param routes with failed requests, the most failed of AOT first
 * @param oomKills of AOT containers
 * @param restarts of AOT containers for other causes
 * @param pods of AOT that were in trouble when the run ended
 */
public record Failures(
        List<ExceptionCount> exceptions, List<Route> routes, int oomKills, int restarts, List<PodTrouble> pods) {
    /** Counted by Prometheus' {@code increase}, rounded. */
    public record ExceptionCount(String type, long jit, long aot) {}

    /** Failed requests of a route, counted by Prometheus' {@code increase}, rounded. */
    public record Route(String route, long jitErrors, long aotErrors) {}

    /** Such as {@code CrashLoopBackOff}; empty where it only restarted. */
    public record PodTrouble(String pod, String trouble, int restarts, int oomKills) {}

    public Failures {
        exceptions = List.copyOf(exceptions);
        routes = List.copyOf(routes);
        pods = List.copyOf(pods);
    }
}
