package dev.aotrollout.benchmark;

import dev.aotrollout.decision.Decider;
import dev.aotrollout.decision.Observation;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.decision.Promotion;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.decision.RouteFacts;
import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.judge.Judge;
import dev.aotrollout.judge.Recall;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A look of the decision core alone, in the middle of the soak of a healthy step, the findings given. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecisionBenchmark {
    private static final int STEP = 1;

    private Plan plan;
    private RolloutState state;
    private Observation seen;

    @Setup
    public void draw() {
        plan = DefaultPlan.plan();
        var scene = new Scene(
                List.of(new Scene.Phase(10, 1_800)),
                new Scene.Load(100, 0, 0),
                Scene.Errors.of(0.001, 1),
                new Scene.Latency(0.05, 1, 0, 0, 0.5),
                new Scene.Fleet(10, 0),
                Scene.Gauges.equal(0.03),
                0);
        var world = new World(scene, new Chance(1, 0));
        for (var i = 0; i < 60; i++) world.advance();
        var evidence = world.evidence();
        var track = new TrackFacts(true, 10, 10, true, plan.revision());
        seen = new Observation(
                evidence.now(),
                track,
                track,
                new RouteFacts(10, 10, true, ""),
                List.of(),
                evidence,
                Judge.judge(plan.guards(), evidence, new Recall()));
        state = soaking(plan);
    }

    private static RolloutState soaking(Plan plan) {
        var began = World.START;
        var clock = new RolloutState.Clock(began, began, began, began.plusSeconds(5), Instant.MAX);
        return new RolloutState(
                plan.revision(),
                Outcome.RUNNING,
                STEP,
                plan.step(STEP).weight(),
                clock,
                RolloutState.Ending.NONE,
                new RolloutState.JitMemory(10, false),
                0,
                new RolloutState.Handled(Promotion.NONE, -1, ""));
    }

    @Benchmark
    public Outlook look() {
        return Decider.decide(plan, state, Decider.take(plan, state), seen);
    }
}
