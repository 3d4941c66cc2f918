package dev.aotrollout.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodImagesTest {
    @Test
    void digestsComeInEveryFormOfContainerRuntimes() {
        var pods = List.of(
                pod("app", "docker.io/shop/checkout@sha256:aa"),
                pod("app", "sha256:bb"),
                pod("app", "docker-pullable://x@sha256:aa"));
        assertThat(PodImages.digests(pods, "app")).containsExactly("sha256:aa", "sha256:bb");
    }

    @Test
    void otherContainersAndPodsThatHaveNotStartedSayNothing() {
        assertThat(PodImages.digests(List.of(pod("sidecar", "sha256:aa"), pod("app", ""), new Pod()), "app"))
                .isEmpty();
    }

    private static Pod pod(String container, String imageId) {
        return new PodBuilder()
                .withNewStatus()
                .addNewContainerStatus()
                .withName(container)
                .withImageID(imageId)
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
