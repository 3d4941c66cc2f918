package dev.aotrollout.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.simulation.Plots.Plot;
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
                    var world = Stage.world(GOLDEN_SEED);
                    scenario.script().play(world);
                    var story = world.end(scenario.name());
                    Golden.compare(scenario.name(), story.toString());
                    assertThat(story.ending().phase()).startsWith(scenario.ending());
                }));
    }

    @TestFactory
    Stream<DynamicTest> invariantsHoldForAFreshSeed() {
        var seed = Long.getLong("seed", new SplittableRandom().nextLong());
        System.out.println("simulation seed " + seed);
        return scenarios()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name() + " with seed " + seed, () -> {
                    var world = Stage.world(seed);
                    try {
                        scenario.script().play(world);
                    } catch (AssertionError e) {
                        throw new AssertionError("seed " + seed + "\n" + world + e.getMessage(), e);
                    }
                }));
    }

    /** What users run does not stop each second, and must still tell the same. */
    @TestFactory
    Stream<DynamicTest> fromEventToEventTheStoryIsTheSameAsSecondBySecond() {
        return scenarios()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    var world = Stage.unwatched(GOLDEN_SEED);
                    scenario.script().play(world);
                    assertThat(world.end(scenario.name()).toString()).isEqualTo(Golden.story(scenario.name()));
                }));
    }

    private static Stream<Plot> scenarios() {
        var all = Stream.of(
                        Plots.healthyAndFailing(),
                        Plots.dataAndDeadlines(),
                        Plots.infrastructure(),
                        Plots.users(),
                        PeerPlots.all())
                .flatMap(List::stream);
        return Stream.concat(all, Scenarios.named().stream().map(SimulationTest::plot));
    }

    /** Where it ends is what its golden story says. */
    private static Plot plot(Scenario scenario) {
        return new Plot(scenario.name(), "", scenario.script());
    }
}
