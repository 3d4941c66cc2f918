package dev.aotrollout.observe;

import java.util.List;

/**
 * The two tracks of one service.
 *
 * @param container whose memory and processor time count
 */
public record Tracks(String namespace, String container, TrackPods jit, TrackPods aot) {

    /** The same Deployments, whatever pods they have. */
    Tracks withoutPods() {
        return new Tracks(namespace, container, jit.withPods(List.of()), aot.withPods(List.of()));
    }
}
