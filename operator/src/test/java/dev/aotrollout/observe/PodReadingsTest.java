package dev.aotrollout.observe;

import static dev.aotrollout.observe.PodSketch.none;
import static dev.aotrollout.observe.PodSketch.running;
import static dev.aotrollout.observe.PodSketch.terminated;
import static dev.aotrollout.observe.PodSketch.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.PodFacts;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PodReadingsTest {
    private static final String STARTED = "2026-11-01T12:00:02Z";

    static Stream<Arguments> pods() {
        return Stream.of(
                row(
                        "a pod that runs",
                        sketch().ready(STARTED).container("app", 0, running(STARTED), none()),
                        ready(0, 0)),
                row(
                        "a pod that is not ready",
                        sketch().condition("Ready", "False", STARTED).container("app", 0, running(STARTED), none()),
                        unready(0, 0, "")),
                row("a pod without a status", sketch(), unready(0, 0, "")),
                row(
                        "a container that is about to start",
                        sketch().container("app", 0, waiting("ContainerCreating"), none()),
                        unready(0, 0, "")),
                row(
                        "an image that cannot be pulled",
                        sketch().container("app", 0, waiting("ErrImagePull"), none()),
                        unready(0, 0, "ErrImagePull")),
                row(
                        "a setting that is missing",
                        sketch().container("app", 0, waiting("CreateContainerConfigError"), none()),
                        unready(0, 0, "CreateContainerConfigError")),
                row(
                        "a container that just crashed counts before it is restarted",
                        sketch().container("app", 0, terminated(134, "Error"), none()),
                        unready(1, 0, "")),
                row(
                        "and once after",
                        sketch().container("app", 1, running(STARTED), terminated(134, "Error")),
                        unready(1, 0, "")),
                row(
                        "an OOM kill right now",
                        sketch().container("app", 0, terminated(137, "OOMKilled"), none()),
                        unready(1, 1, "")),
                row(
                        "an OOM kill before the restart",
                        sketch().ready(STARTED).container("app", 1, running(STARTED), terminated(137, "OOMKilled")),
                        ready(1, 1)),
                row(
                        "two OOM kills in a row",
                        sketch().container("app", 1, terminated(137, "OOMKilled"), terminated(137, "OOMKilled")),
                        unready(2, 2, "")),
                row(
                        "a crash loop beats other trouble",
                        sketch().container("sidecar", 0, waiting("ImagePullBackOff"), none())
                                .container("app", 4, waiting("CrashLoopBackOff"), terminated(1, "Error")),
                        unready(4, 0, "CrashLoopBackOff")),
                row(
                        "an init container that fails",
                        sketch().init("migrate", 2, waiting("CrashLoopBackOff"))
                                .container("app", 0, waiting("PodInitializing"), none()),
                        unready(2, 0, "CrashLoopBackOff")),
                row(
                        "an init container that is done",
                        sketch().ready(STARTED)
                                .init("migrate", 0, terminated(0, "Completed"))
                                .container("app", 0, running(STARTED), none()),
                        ready(0, 0)),
                row(
                        "a sidecar that is OOMKilled",
                        sketch().container("app", 0, running(STARTED), none())
                                .container("proxy", 1, running(STARTED), terminated(137, "OOMKilled")),
                        unready(1, 1, "")),
                row(
                        "an eviction for memory",
                        sketch().failed("Evicted", "The node was low on resource: memory."),
                        unready(0, 1, "Evicted")),
                row(
                        "an eviction for disk",
                        sketch().failed("Evicted", "The node was low on resource: ephemeral-storage."),
                        unready(0, 0, "Evicted")),
                row(
                        "a pod that terminates is neither ready nor restarted by its shutdown",
                        sketch().terminating().ready(STARTED).container("app", 0, terminated(143, "Error"), none()),
                        unready(0, 0, "")),
                row(
                        "what happened to it before still counts",
                        sketch().terminating()
                                .container("app", 3, waiting("CrashLoopBackOff"), terminated(137, "OOMKilled")),
                        unready(3, 1, "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pods")
    void readsFacts(String name, Pod pod, PodFacts facts) {
        assertThat(PodReadings.facts(List.of(pod))).containsExactly(facts);
    }

    @Test
    void observesPodsWithTheirLimit() {
        var pods = List.of(
                sketch().named("a")
                        .limit("sidecar", "1Gi")
                        .limit("app", "128Mi")
                        .build(),
                sketch().named("b").limit("sidecar", "1Gi").build(),
                sketch().named("gone").terminating().build(),
                sketch().named("evicted").failed("Evicted", "").build());

        assertThat(PodReadings.observed(pods, "app"))
                .containsExactly(
                        new ObservedPod("a", Instant.parse("2026-11-01T12:00:00Z"), 134_217_728),
                        new ObservedPod("b", Instant.parse("2026-11-01T12:00:00Z"), 0));
    }

    @Test
    void aPodWithoutAnythingIsRead() {
        var bare = new PodBuilder()
                .withNewMetadata()
                .withName("bare")
                .endMetadata()
                .build();

        assertThat(PodReadings.facts(List.of(bare))).containsExactly(new PodFacts("bare", false, 0, 0, ""));
        assertThat(PodReadings.observed(List.of(bare), "app")).containsExactly(new ObservedPod("bare", Instant.MIN, 0));
    }

    private static Arguments row(String name, PodSketch pod, PodFacts facts) {
        return Arguments.of(name, pod.build(), facts);
    }

    private static PodSketch sketch() {
        return new PodSketch();
    }

    private static PodFacts ready(int restarts, int oomKills) {
        return new PodFacts("checkout-aot-1", true, restarts, oomKills, "");
    }

    private static PodFacts unready(int restarts, int oomKills, String trouble) {
        return new PodFacts("checkout-aot-1", false, restarts, oomKills, trouble);
    }
}
