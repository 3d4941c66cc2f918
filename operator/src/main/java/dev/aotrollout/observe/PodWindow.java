package dev.aotrollout.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * A pod that is warm, with the stretch of time that counts of it: as long as the window, or as it is warm.
 *
 * @param length a multiple of the grain that was asked for, so that pods of about the same age are read together
 */
record PodWindow(ObservedPod pod, Duration length) {

    /**
     * The warm pods of a track at {@code end}.
     *
     * @param longest of the window
     * @param grain of the lengths, and the shortest of them
     */
    static List<PodWindow> warm(TrackPods track, Timing timing, Instant end, Duration longest, Duration grain) {
        return track.pods().stream()
                .filter(pod -> !warmSince(pod, timing).isAfter(end))
                .map(pod -> new PodWindow(pod, length(warmSince(pod, timing), end, longest, grain)))
                .toList();
    }

    static Instant warmSince(ObservedPod pod, Timing timing) {
        return pod.created().plus(timing.warmUp());
    }

    /** Pods with windows of the same length. */
    static TreeMap<Duration, List<String>> byLength(List<PodWindow> windows) {
        var groups = new TreeMap<Duration, List<String>>();
        for (var length : windows.stream().map(PodWindow::length).distinct().toList())
            groups.put(
                    length,
                    windows.stream()
                            .filter(window -> window.length.equals(length))
                            .map(window -> window.pod.name())
                            .toList());
        return groups;
    }

    private static Duration length(Instant since, Instant end, Duration longest, Duration grain) {
        // The creation of a pod may be unknown, which is as long ago as it gets.
        if (since.isBefore(end.minus(longest))) return longest;
        var grains = Duration.between(since, end).dividedBy(grain);
        return grain.multipliedBy(Math.max(1, grains));
    }
}
