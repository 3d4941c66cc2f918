package dev.aotrollout.examples.demo.e2e;

import static dev.aotrollout.examples.demo.cluster.ExpectedEnding.RETIRED;
import static dev.aotrollout.examples.demo.cluster.ExpectedEnding.ROLLED_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aotrollout.examples.demo.Fault;
import dev.aotrollout.examples.demo.RolloutRun;
import dev.aotrollout.examples.demo.cluster.StageView;
import dev.aotrollout.examples.demo.load.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rollouts of a real service on a real cluster under 100 requests a second. Judges endings and failures, never the clock. */
@ExtendWith(OneCluster.class)
class CheckoutRolloutE2eIT {
    private static final RolloutRun.Look NOTHING = _ -> {};
    private static final Duration LONGER_THAN_A_SOAK = Duration.ofSeconds(25);
    private static final Duration QUIET = Duration.ofSeconds(90);

    @Test
    void aHealthyBuildIsPromotedAlthoughTheOperatorIsKilledAtEveryStep(E2e e2e) throws InterruptedException {
        try (var scene = e2e.beginHealthy()) {
            var killedAt = new HashSet<Integer>();
            // When
            var retired = scene.run().await(RETIRED, view -> {
                if (killedAt.add(view.rollout().stepNumber())) {
                    e2e.operator().kill();
                    e2e.operator().startAgain();
                }
            });
            // Then
            var result = e2e.finish("Healthy, operator killed at every step", scene, RETIRED);
            assertThat(retired).as("ended as %s", result.verdict().last()).isTrue();
            assertThat(killedAt).contains(1, 2, 3, 4);
            assertThat(result.load().failed()).as("failed requests").isZero();
            assertThat(result.served().spans()).as("weights served").allMatch(span -> span.matches());
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultyBuildIsRolledBack(Fault fault, E2e e2e) throws InterruptedException {
        try (var scene = e2e.beginFaulty(fault)) {
            // When
            var rolledBack = scene.run().await(ROLLED_BACK, NOTHING);
            // Then
            var result = e2e.finish("Fault " + fault.word(), scene, ROLLED_BACK);
            assertThat(rolledBack).as("ended as %s", result.verdict().last()).isTrue();
            assertThat(fault.reasons()).contains(result.verdict().last().reason());
            assertThat(result.load().failuresByTrack()).doesNotContainKey(Track.JIT);
            assertJitUntouched(scene);
        }
    }

    @Test
    void withoutPrometheusARolloutHoldsAndGoesOnByItselfAfterwards(E2e e2e) throws InterruptedException {
        try (var scene = e2e.beginHealthy()) {
            var before = scene.run().await("at weight 25", view -> view.weightAsked() == 25);
            // When
            e2e.stopPrometheus();
            try {
                scene.run().await("held for want of metrics", CheckoutRolloutE2eIT::isBlind);
                assertNothingAdvances(scene.run(), before);
            } finally {
                e2e.startPrometheus();
            }
            var retired = scene.run().await(RETIRED, NOTHING);
            // Then
            var result = e2e.finish("Prometheus stopped in step 2", scene, RETIRED);
            assertThat(retired).as("ended as %s", result.verdict().last()).isTrue();
            assertThat(result.load().failed()).as("failed requests").isZero();
        }
    }

    @Test
    void withoutPrometheusACrashIsStillRolledBack(E2e e2e) throws InterruptedException {
        try (var scene = e2e.begin(
                "faulty",
                Fault.CRASH.placeholders(),
                rollout -> rollout.withAotVariable("CHECKOUT_CRASH_AFTER_SECONDS", "20"))) {
            scene.run().await("at weight 10", view -> view.weightAsked() == 10);
            // When
            boolean rolledBack;
            e2e.stopPrometheus();
            try {
                rolledBack = scene.run().await(ROLLED_BACK, NOTHING);
            } finally {
                e2e.startPrometheus();
            }
            // Then
            var result = e2e.finish("Crash while Prometheus is stopped", scene, ROLLED_BACK);
            assertThat(rolledBack).as("ended as %s", result.verdict().last()).isTrue();
            assertThat(Set.of("Restarted", "CrashLooping", "AotUnavailable"))
                    .contains(result.verdict().last().reason());
            assertJitUntouched(scene);
        }
    }

    @Test
    void deletingTheRolloutInAStepLeavesWhatTheUserWrote(E2e e2e) throws InterruptedException {
        try (var scene = e2e.beginHealthy()) {
            scene.run().await("at weight 25", view -> view.weightAsked() == 25);
            // When
            scene.stage().deleteRollout();
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !scene.stage().hasRollout()
                            && !scene.stage().hasOwnedObjects()
                            && scene.run().view().isWithoutAot());
            // Then
            var result = e2e.finish("Deleted in step 2", scene, ROLLED_BACK);
            assertThat(scene.stage().routeSpec()).isEqualTo(scene.route());
            assertThat(result.load().failed()).as("failed requests").isZero();
            assertJitUntouched(scene);
        }
    }

    @Test
    void finishedRolloutsLeaveTheApiServerAlone(E2e e2e) throws InterruptedException {
        try (var healthy = e2e.beginHealthy()) {
            assertThat(healthy.run().await(RETIRED, NOTHING)).isTrue();
            e2e.finish("Healthy, then left alone", healthy, RETIRED);
            try (var faulty = e2e.beginFaulty(Fault.ERRORS)) {
                assertThat(faulty.run().await(ROLLED_BACK, NOTHING)).isTrue();
                e2e.finish("Fault errors, then left alone", faulty, ROLLED_BACK);
                assertQuiet(e2e, List.of(healthy, faulty));
            }
        }
    }

    private static void assertQuiet(E2e e2e, List<E2e.Scene> scenes) throws InterruptedException {
        // What follows an ending, such as a last Event, is over by then.
        Thread.sleep(Duration.ofSeconds(15));
        var from = Instant.now();
        Thread.sleep(QUIET);
        var calls = e2e.callsOfOperator(from);
        e2e.record(
                "Calls of the operator in %d s for two finished rollouts: %s%n%n".formatted(QUIET.toSeconds(), calls));
        assertThat(calls).filteredOn(AuditLog.Call::writes).isEmpty();
        for (var scene : scenes) {
            assertThat(calls)
                    .as("one read a minute of %s", scene.stage().namespace())
                    .filteredOn(call -> readsTheRolloutOf(call, scene))
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    private static boolean readsTheRolloutOf(AuditLog.Call call, E2e.Scene scene) {
        return call.verb().equals("get")
                && call.resource().equals("aotrollouts")
                && call.namespace().equals(scene.stage().namespace());
    }

    private static boolean isBlind(StageView view) {
        return Set.of("MetricsUnavailable", "NoData").contains(view.rollout().reason());
    }

    private static void assertNothingAdvances(RolloutRun run, StageView before) throws InterruptedException {
        var until = System.nanoTime() + LONGER_THAN_A_SOAK.toNanos();
        while (System.nanoTime() < until) {
            assertThat(run.view().weightAsked()).isEqualTo(before.weightAsked());
            assertThat(run.view().rollout().stepNumber())
                    .isEqualTo(before.rollout().stepNumber());
            Thread.sleep(Duration.ofMillis(500));
        }
    }

    private static void assertJitUntouched(E2e.Scene scene) {
        var view = scene.run().view();
        assertThat(view.isWithoutAot()).as("no AOT pod and no weight: %s", view).isTrue();
        assertThat(view.jit().ready()).as("JIT pods").isEqualTo(3);
        assertThat(scene.stage().jitGeneration())
                .as("generation of the JIT Deployment")
                .isEqualTo(scene.jitGeneration());
    }
}
