package dev.aotrollout.simulation;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.intake.CommandReader;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A healthy world is promoted in time, a finished one is left in peace, and no chaos breaks an invariant. */
class LivenessTest {
    /** Five percent of 100 requests per second with 2 % slow ones: a pass of the latency guard needs a thousand or so. */
    private static final long UNTIL_NO_SLOWER = 5 * 60;

    private static final int CHAOTIC_WORLDS = Integer.getInteger("worlds", 12);
    private static final int EVENTS = 25;

    @TestFactory
    Stream<DynamicTest> aHealthyWorldIsPromotedWithinItsSoaksAndAMinuteMoreForEachStep() {
        return LongStream.rangeClosed(100, 109)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    var world = Stage.world(seed).untilPhase("Promoted");
                    assertThat(world.cluster().now())
                            .as("%s", world)
                            .isLessThan(60 + 120 + 180 + 300 + 4 * 60 + UNTIL_NO_SLOWER);
                }));
    }

    @Test
    void theDefaultStepsArePromotedWithinThreeHours() {
        var world = Stage.world(1)
                .spec(
                        "steps: [{weight: 1, soakSeconds: 600}, {weight: 10, soakSeconds: 1800}, {weight: 50, soakSeconds: 3600}, {weight: 100, soakSeconds: 3600}]")
                .runFor(ofHours(3));
        assertThat(world.status().phase()).as("%s", world).isEqualTo("Promoted");
    }

    @Test
    void aFinishedRolloutIsNotWrittenAgain() {
        var world = Stage.world(1).untilPhase("Promoted").runFor(ofMinutes(2));
        var writes = world.cluster().api.writes();
        world.runFor(ofHours(3));
        assertThat(world.cluster().api.writes()).isEqualTo(writes);
    }

    @Test
    void aLiveRolloutIsNotWrittenMoreOftenThanEachTenSeconds() {
        var world = Stage.world(1).untilServed(50);
        var writes = world.cluster().api.writes();
        world.runFor(ofMinutes(2));
        assertThat(world.cluster().api.writes() - writes).isLessThanOrEqualTo(12 + 2);
    }

    @TestFactory
    Stream<DynamicTest> chaosBreaksNoInvariant() {
        var seed = Long.getLong("seed", new SplittableRandom().nextLong());
        System.out.println("chaos seed " + seed);
        return IntStream.range(0, CHAOTIC_WORLDS)
                .mapToObj(i -> DynamicTest.dynamicTest("seed " + (seed + i), () -> {
                    var world = Stage.world(seed + i);
                    try {
                        chaos(world, new SplittableRandom(seed + i));
                    } catch (AssertionError e) {
                        throw new AssertionError("seed " + (seed + i) + "\n" + world + e.getMessage(), e);
                    }
                }));
    }

    private static void chaos(World world, RandomGenerator random) {
        world.spec("retire: {warmStandbySeconds: 120}");
        for (var i = 0; i < EVENTS; i++) {
            world.runFor(Duration.ofSeconds(random.nextInt(1, 200)));
            event(world, random, i);
        }
        world.then("all is well", w -> {
            w.cluster().api.down(false);
            w.cacheCatchesUp();
            w.cluster().prometheusAnswers = true;
        });
        world.runFor(ofMinutes(2));
    }

    /** Not where JIT is scaled down: whoever does that has an outage until the operator sees it. */
    private static void driftToJit(World world) {
        var cluster = world.cluster();
        if (cluster.jit.ready() >= Cluster.JIT_PODS) world.then("route drifts", _ -> cluster.route(0));
    }

    private static void event(World world, RandomGenerator random, int number) {
        switch (random.nextInt(14)) {
            case 0 -> world.then("AOT errors", w -> w.aot(p -> p.errors(random.nextInt(3) * 0.1)));
            case 1 -> world.then("Prometheus", w -> w.cluster().prometheusAnswers = random.nextBoolean());
            case 2 -> world.then("API server", w -> w.cluster().api.down(random.nextBoolean()));
            case 3 -> world.then("release", w -> w.release("x" + number));
            case 4 -> world.then("retry", w -> w.annotate(CommandReader.RETRY, "" + number));
            case 5 -> world.then("pause", w -> w.spec("paused: " + random.nextBoolean()));
            case 6 -> world.then("promote", w -> w.annotate(CommandReader.PROMOTE, "step"));
            case 7 -> driftToJit(world);
            case 8 -> world.then("readiness", w -> w.aot(p -> p.neverReady(random.nextInt(4) == 0)));
            case 9 -> world.then("the cache lags", w -> w.cluster().api.cacheLags(true));
            case 12 -> world.then("the cache catches up", World::cacheCatchesUp);
            case 10 -> world.then("goal", w -> w.goal(random.nextInt(3) == 0 ? "JIT" : "AOT"));
            default -> world.then("kill", w -> w.killOperatorAfter(w.hands().effects() + random.nextInt(1, 4)));
        }
    }
}
