package dev.aotrollout.simulation;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.intake.CommandReader;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The operator's process ends after each of its effects in turn: the rollout ends in the same place, with no illegal state on the way. */
class KilledOperatorTest {
    private static final String SHORT_STEPS =
            "steps: [{weight: 5, soakSeconds: 30}, {weight: 50, soakSeconds: 30}, {weight: 100, soakSeconds: 30}]";
    private static final String RETIRING = "retire: {warmStandbySeconds: 60}";

    /** What is left of a story when it is over. */
    private record Ending(String phase, int weight, int jitPods, int aotPods, String revision) {
        static Ending of(World world) {
            var cluster = world.cluster();
            return new Ending(
                    world.status().phase(),
                    cluster.gateway.servedAot(),
                    cluster.jit.ready(),
                    cluster.aot.ready(),
                    world.status().run().revision());
        }
    }

    @TestFactory
    Stream<DynamicTest> aHealthyRolloutIsPromotedAndRetiresJit() {
        return killedAfterEachEffectOf(
                world -> world.spec(SHORT_STEPS).spec(RETIRING).runFor(ofMinutes(10)),
                new Ending("Promoted", 100, 0, 6, "r1"));
    }

    @TestFactory
    Stream<DynamicTest> aFailingRolloutGoesBack() {
        return killedAfterEachEffectOf(
                world -> world.spec(SHORT_STEPS)
                        .untilServed(50)
                        .then("AOT answers errors", x -> x.aot(p -> p.errors(0.2)))
                        .runFor(ofMinutes(5)),
                new Ending("RolledBack", 0, 6, 0, "r1"));
    }

    @TestFactory
    Stream<DynamicTest> aNewRevisionAfterRetirementStartsAgain() {
        return killedAfterEachEffectOf(
                world -> world.spec(SHORT_STEPS)
                        .spec(RETIRING)
                        .until(w -> w.cluster().jit.replicas() == 0)
                        .then("revision r2 is released", w -> w.release("r2"))
                        .runFor(ofMinutes(10)),
                new Ending("Promoted", 100, 0, 6, "r2"));
    }

    @TestFactory
    Stream<DynamicTest> aPausedRolloutGoesOn() {
        return killedAfterEachEffectOf(
                world -> world.spec(SHORT_STEPS)
                        .untilServed(50)
                        .then("the user pauses", x -> x.spec("paused: true"))
                        .runFor(ofMinutes(2))
                        .then("the user resumes", x -> x.spec("paused: false"))
                        .runFor(ofMinutes(5)),
                new Ending("Promoted", 100, 6, 6, "r1"));
    }

    @TestFactory
    Stream<DynamicTest> aRetryAfterARollbackIsPromoted() {
        return killedAfterEachEffectOf(
                world -> world.spec(SHORT_STEPS)
                        .aot(p -> p.errors(0.5))
                        .runFor(ofMinutes(3))
                        .then(
                                "the cause is gone, the user retries",
                                x -> x.aot(p -> p.errors(0)).annotate(CommandReader.RETRY, "1"))
                        .runFor(ofMinutes(6)),
                new Ending("Promoted", 100, 6, 6, "r1"));
    }

    @TestFactory
    Stream<DynamicTest> aPromotedStepCountsOnce() {
        return killedAfterEachEffectOf(
                world -> world.spec(SHORT_STEPS)
                        .aot(p -> p.memory(138))
                        .untilServed(5)
                        .runFor(ofMinutes(1))
                        .then("the user promotes the step", x -> x.annotate(CommandReader.PROMOTE, "step"))
                        .runFor(ofMinutes(4)),
                new Ending("Progressing", 50, 6, 3, "r1"));
    }

    @TestFactory
    Stream<DynamicTest> theGoalJitAfterRetirementBringsJitBack() {
        return killedAfterEachEffectOf(
                world -> world.spec(SHORT_STEPS)
                        .spec(RETIRING)
                        .until(w -> w.cluster().jit.replicas() == 0)
                        .then("the user sets the goal to JIT", w -> w.goal("JIT"))
                        .runFor(ofMinutes(5)),
                new Ending("RolledBack", 0, 6, 0, "r1"));
    }

    @TestFactory
    Stream<DynamicTest> killedAtAnySecondAFailingRolloutGoesBack() {
        return IntStream.iterate(1, second -> second < 130, second -> second + 5)
                .mapToObj(second -> DynamicTest.dynamicTest("killed at second " + second, () -> {
                    var world = Stage.world(1)
                            .spec(SHORT_STEPS)
                            .aot(p -> p.errors(0.01))
                            .runFor(ofSeconds(second))
                            .then("the operator is killed", World::killOperator)
                            .runFor(ofMinutes(10));
                    assertThat(Ending.of(world)).as("%s", world).isEqualTo(new Ending("RolledBack", 0, 6, 0, "r1"));
                }));
    }

    private static Stream<DynamicTest> killedAfterEachEffectOf(UnaryOperator<World> script, Ending ending) {
        var undisturbed = script.apply(Stage.world(1));
        assertThat(Ending.of(undisturbed)).as("%s", undisturbed).isEqualTo(ending);
        return IntStream.rangeClosed(1, undisturbed.hands().effects())
                .mapToObj(effect -> DynamicTest.dynamicTest("killed after effect " + effect, () -> {
                    var world = script.apply(Stage.world(1).killOperatorAfter(effect));
                    assertThat(Ending.of(world)).as("%s", world).isEqualTo(ending);
                }));
    }
}
