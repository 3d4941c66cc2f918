package dev.aotrollout.examples.demo.e2e;

import static dev.aotrollout.examples.demo.cluster.ExpectedEnding.ROLLED_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aotrollout.examples.demo.cluster.StageView;
import dev.aotrollout.examples.demo.e2e.AuditLog.Call;
import dev.aotrollout.examples.demo.load.WeightAsked;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Installed, upgraded and uninstalled by Helm on a real cluster, with a rollout in flight and under load. Judges what happened and
 * what failed; how long it took is told, and not judged.
 */
@ExtendWith(OneCluster.class)
class InstallE2eIT {
    /** Two operators, Helm and the cluster start on the cores that carry the load. */
    private static final int REQUESTS_PER_SECOND = 50;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void aRolloutInFlightOutlivesAnUpgradeAndItsLeadersAndIsBroughtBackByAnUninstall(E2e e2e) throws Exception {
        try (var release = e2e.release()) {
            release.removeDefinitions();
            release.applyDefinitions();
            release.install(e2e.chartBefore());
            var stage = e2e.stageWithoutOperator("install");
            try (var scene = e2e.begin("install", stage, stage.rollout("installed", Map.of()), REQUESTS_PER_SECOND)) {
                scene.run().await("at weight 10", weight(10));
                var upgraded = upgrade(e2e, release);
                scene.run().await("at weight 25 after the upgrade", weight(25));
                leaderDies(e2e, release);
                leaderEnds(e2e, release);
                scene.run().await("at weight 50", weight(50));
                assertOneWriterAtATime(e2e, upgraded, stage.namespace());
                assertNothingTwice(release, scene);
                uninstall(e2e, release, scene);
            }
        }
    }

    private static Instant upgrade(E2e e2e, InstallRelease release) throws InterruptedException {
        release.upgrade(e2e.chart(), "--take-ownership", "--force-conflicts");
        eventually(() -> release.readyPods() == 2 && release.leader().isPresent());
        return Instant.now();
    }

    private static void leaderDies(E2e e2e, InstallRelease release) {
        var leader = release.leader().orElseThrow();
        var died = Instant.now();
        release.kill(leader);
        eventually(() -> isLedByAnother(release, leader));
        tell(e2e, "leader killed (SIGKILL, pod gone): the other one leads", died, release);
        eventually(() -> release.readyPods() == 2);
    }

    private static void leaderEnds(E2e e2e, InstallRelease release) {
        var leader = release.leader().orElseThrow();
        var before = release.lease().orElseThrow();
        var ended = Instant.now();
        release.end(leader);
        eventually(() -> isLedByAnother(release, leader));
        tell(e2e, "leader ended (SIGTERM): the other one leads", ended, release);
        // A lease that was not given back is free only when it has run out.
        assertThat(release.lease().orElseThrow().getAcquireTime())
                .isBefore(before.getRenewTime().plusSeconds(before.getLeaseDurationSeconds()));
        eventually(() -> release.readyPods() == 2);
    }

    private static boolean isLedByAnother(InstallRelease release, Pod before) {
        return release.leader()
                .filter(leader -> !leader.getMetadata()
                        .getName()
                        .equals(before.getMetadata().getName()))
                .isPresent();
    }

    private static void tell(E2e e2e, String what, Instant since, InstallRelease release) {
        var acquired = release.lease().orElseThrow().getAcquireTime().toInstant();
        e2e.record("%s after %.1f s (lease of %d s)%n"
                .formatted(
                        what,
                        Duration.between(since, acquired).toMillis() / 1000.0,
                        release.lease().orElseThrow().getLeaseDurationSeconds()));
    }

    /** The API server knows which pod each write came from: who has written after another one never does so again. */
    private static void assertOneWriterAtATime(E2e e2e, Instant upgraded, String namespace) {
        var writes = e2e.callsOf(InstallRelease.ACCOUNT, upgraded).stream()
                .filter(call -> call.writes() && call.namespace().equals(namespace))
                .sorted(Comparator.comparing(Call::at))
                .toList();
        var writers = new ArrayList<String>();
        for (var write : writes) {
            if (writers.isEmpty() || !writers.getLast().equals(write.pod())) {
                writers.add(write.pod());
            }
        }
        // The first leader may have had nothing to write between the upgrade and its death.
        assertThat(writers)
                .as("pods that wrote, in this order")
                .hasSizeBetween(2, 3)
                .doesNotHaveDuplicates();
    }

    /** What two operators did both would be there twice. */
    private static void assertNothingTwice(InstallRelease release, E2e.Scene scene) {
        assertThat(scene.run().weights())
                .extracting(WeightAsked::aotPercent)
                .as("weights of the route")
                .isSorted()
                .doesNotHaveDuplicates();
        var transitions = scene.run().view().rollout().transitions();
        for (var i = 1; i < transitions.size(); i++) {
            assertThat(transitions.get(i).reason() + transitions.get(i).message())
                    .isNotEqualTo(transitions.get(i - 1).reason()
                            + transitions.get(i - 1).message());
        }
        assertThat(release.events(scene.stage().namespace()))
                .as("Events of the rollout")
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    private static void uninstall(E2e e2e, InstallRelease release, E2e.Scene scene) throws InterruptedException {
        var begun = Instant.now();
        var definitions = release.definitions();
        release.uninstall();
        var took = Duration.between(begun, Instant.now());
        // Then
        assertThat(scene.stage().hasRollout())
                .as("AOTRollout after the uninstall")
                .isFalse();
        assertThat(scene.stage().routeSpec()).as("route").isEqualTo(scene.route());
        eventually(() -> !scene.stage().hasOwnedObjects() && scene.run().view().isWithoutAot());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(release.leftovers())
                        .as("what the uninstall left")
                        .isEmpty());
        assertThat(release.definitions()).as("definitions are kept").isEqualTo(definitions);
        var result = e2e.finish("Installed, upgraded, leaders lost, uninstalled at weight 50", scene, ROLLED_BACK);
        e2e.record("helm uninstall with a rollout at weight 50: %.1f s%n%n".formatted(took.toMillis() / 1000.0));
        assertThat(result.load().failed()).as("failed requests").isZero();
        assertThat(scene.stage().jitGeneration())
                .as("generation of the JIT Deployment")
                .isEqualTo(scene.jitGeneration());
        assertThat(e2e.callsOf(InstallRelease.DRAIN_ACCOUNT, begun))
                .as("calls of the drain, which has these rights")
                .allMatch(Call::allowed)
                .extracting(call -> call.verb() + " " + call.resource())
                .filteredOn(right -> right.endsWith(" aotrollouts"))
                .containsOnly("list aotrollouts", "watch aotrollouts", "delete aotrollouts");
    }

    @Test
    void aFreshInstallDecidesAndUninstallsAgain(E2e e2e) throws Exception {
        try (var release = e2e.release()) {
            release.removeDefinitions();
            try (var stage = e2e.stageWithoutOperator("fresh")) {
                var rollout = stage.rollout("installed", Map.of());
                // When
                var begun = Instant.now();
                release.install(e2e.chart());
                release.awaitDefinitions();
                try (var watch = stage.watch()) {
                    stage.apply(rollout);
                    eventually(() -> !watch.view().rollout().transitions().isEmpty());
                    var first = watch.view().rollout().transitions().getLast();
                    // Then
                    e2e.record("helm install to the first decision (%s): %.1f s%n"
                            .formatted(
                                    first.reason(),
                                    Duration.between(begun, Instant.parse(first.at()))
                                                    .toMillis()
                                            / 1000.0));
                    eventually(() -> release.readyPods() == 2);
                }
                release.uninstall();
                assertThat(stage.hasRollout()).isFalse();
                assertThat(release.definitions()).as("definitions are kept").isNotEmpty();
            }
        }
    }

    private static Predicate<StageView> weight(int percent) {
        return view -> view.weightAsked() == percent;
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(condition);
    }
}
