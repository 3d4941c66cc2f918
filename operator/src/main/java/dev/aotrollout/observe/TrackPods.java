package dev.aotrollout.observe;

import java.util.List;

/**
 * One track as metrics know it.
 *
 * @param deployment whose name begins the names of its pods
 * @param pods that exist now, those that terminate excluded
 */
public record TrackPods(String deployment, List<ObservedPod> pods) {
    public TrackPods {
        pods = List.copyOf(pods);
    }
}
