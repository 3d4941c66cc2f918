package dev.aotrollout.observe;

import java.util.List;

/**
 * One track as metrics know it.
 *
 * @param deployment whose name begins the names of its pods
 * @param service that the traffic of the track is sent to
 * @param pods that exist now, those that terminate excluded
 */
public record TrackPods(String deployment, String service, List<ObservedPod> pods) {
    public TrackPods {
        pods = List.copyOf(pods);
    }

    TrackPods withPods(List<ObservedPod> others) {
        return new TrackPods(deployment, service, others);
    }
}
