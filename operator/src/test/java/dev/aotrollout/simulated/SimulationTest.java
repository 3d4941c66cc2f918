package dev.aotrollout.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.simulated.Scenarios.Scenario;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Stories: each scenario is played with a fixed seed and compared with its golden file, and once more with a fresh seed, where only
 * the invariants count. {@code -Dseed=…} repeats a fresh one.
 */
class SimulationTest {
    private static final long GOLDEN_SEED = 7;

    @TestFactory
    Stream<DynamicTest> goldenStories() {
        return scenarios()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    var world = new World(GOLDEN_SEED);
                    scenario.script().play(world);
                    world.end();
                    world.story().compare(scenario.name());
                    assertThat(world.status().phase()).isEqualTo(scenario.ending());
                }));
    }

    @TestFactory
    Stream<DynamicTest> invariantsHoldForAFreshSeed() {
        var seed = Long.getLong("seed", new SplittableRandom().nextLong());
        System.out.println("simulation seed " + seed);
        return scenarios()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name() + " with seed " + seed, () -> {
                    var world = new World(seed);
                    try {
                        scenario.script().play(world);
                    } catch (AssertionError e) {
                        throw new AssertionError("seed " + seed + "\n" + world.story() + e.getMessage(), e);
                    }
                }));
    }

    private static Stream<Scenario> scenarios() {
        return Stream.of(
                        Scenarios.healthyAndFailing(),
                        Scenarios.dataAndDeadlines(),
                        Scenarios.infrastructure(),
                        Scenarios.users())
                .flatMap(List::stream);
    }
}
