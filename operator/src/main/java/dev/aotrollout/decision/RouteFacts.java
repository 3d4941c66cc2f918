package dev.aotrollout.decision;

/**
 * The user's routes as the cluster has them.
 *
 * @param weight percent that they ask for the AOT track now: the highest of all routes; 0 where none names it
 * @param lowestWeight the lowest of all routes
 * @param accepted whether each gateway reports Accepted for the current generation of each route
 * @param message why not, where not
 */
public record RouteFacts(int weight, int lowestWeight, boolean accepted, String message) {
    /** Whether all routes ask for exactly {@code percent} and gateways accepted it. */
    public boolean serves(int percent) {
        return accepted && weight == percent && lowestWeight == percent;
    }
}
