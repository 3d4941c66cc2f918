package dev.aotrollout.observe;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which images the pods of a track really run, as the kubelet reports it. */
public final class PodImages {
    private static final String ALGORITHM = "sha256:";

    private PodImages() {}

    /** Digests such as {@code sha256:4f0c…} of the container {@code name}, sorted; none where no kubelet has said so yet. */
    public static Set<String> digests(List<Pod> pods, String name) {
        var digests = new TreeSet<String>();
        for (var pod : pods)
            if (pod.getStatus() != null)
                for (var status : pod.getStatus().getContainerStatuses())
                    if (status.getName().equals(name)) digest(status).ifPresent(digests::add);
        return digests;
    }

    private static Optional<String> digest(ContainerStatus status) {
        var image = status.getImageID() == null ? "" : status.getImageID();
        var at = image.lastIndexOf(ALGORITHM);
        return at < 0 ? Optional.empty() : Optional.of(image.substring(at));
    }
}
