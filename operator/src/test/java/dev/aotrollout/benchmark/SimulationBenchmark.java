package dev.aotrollout.benchmark;

import dev.aotrollout.simulation.Scenario;
import dev.aotrollout.simulation.Scenarios;
import dev.aotrollout.simulation.Simulation;
import dev.aotrollout.simulation.Story;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A healthy rollout of four hours in the simulated world: cluster, metrics, intake, judge, decisions and status. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 4)
@Fork(2)
public class SimulationBenchmark {
    private static final String STEPS = """
              steps:
              - {weight: 1, soakSeconds: 1200}
              - {weight: 10, soakSeconds: 3600}
              - {weight: 50, soakSeconds: 6000}
              - {weight: 100, soakSeconds: 3600}
            """;

    /** How often the rollout looks; 5 is the default. */
    @Param({"5", "10"})
    public int intervalSeconds;

    private Scenario healthy;
    private String manifest;

    @Setup
    public void find() {
        manifest =
                DefaultPlan.MANIFEST.replace("metrics: {", "metrics: {intervalSeconds: %d, ".formatted(intervalSeconds))
                        + STEPS;
        healthy = Scenarios.named().stream()
                .filter(scenario -> scenario.name().equals("healthy"))
                .findFirst()
                .orElseThrow();
    }

    @Benchmark
    public Story fourHours() {
        return Simulation.run(manifest, healthy, 1);
    }
}
