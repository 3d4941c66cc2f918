package dev.aotrollout.decision;

/**
 * One track as the cluster has it.
 *
 * @param exists whether its Deployment exists
 * @param desired replicas asked for
 * @param ready pods that are ready
 * @param rolledOut whether every replica runs the newest pod template
 * @param revision that the AOT Deployment's template was made for; empty for JIT and where there is none
 */
public record TrackFacts(boolean exists, int desired, int ready, boolean rolledOut, String revision) {
    /** No Deployment. */
    public static final TrackFacts ABSENT = new TrackFacts(false, 0, 0, false, "");
}
