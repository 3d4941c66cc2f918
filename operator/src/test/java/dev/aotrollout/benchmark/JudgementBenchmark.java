package dev.aotrollout.benchmark;

import dev.aotrollout.judge.Evidence;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.Judge;
import dev.aotrollout.judge.Recall;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All guards of the default plan on 10 JIT and 10 AOT pods, 20 routes and 60 points: one judgement. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class JudgementBenchmark {
    private static final int POINTS = 60;
    private static final Scene SCENE = new Scene(
            List.of(new Scene.Phase(50, 3_600)),
            new Scene.Load(500, 0, 0),
            new Scene.Errors(0.002, 1, 0, false, 0, 20, 0),
            new Scene.Latency(0.05, 1, 0.1, 0.02, 0.8),
            new Scene.Fleet(10, 10),
            Scene.Gauges.equal(0.05),
            0);

    private Evidence before;
    private Evidence now;
    private Recall recall;

    @Setup
    public void draw() {
        var world = new World(SCENE, new Chance(1, 0));
        for (var i = 1; i < POINTS; i++) world.advance();
        before = world.evidence();
        world.advance();
        now = world.evidence();
    }

    /** As the operator is at a look: it has judged the point before. */
    @Setup(Level.Invocation)
    public void remember() {
        recall = new Recall();
        Judge.judge(DefaultPlan.guards(), before, recall);
    }

    @Benchmark
    public List<Finding> cold() {
        return Judge.judge(DefaultPlan.guards(), now, new Recall());
    }

    @Benchmark
    public List<Finding> warm() {
        return Judge.judge(DefaultPlan.guards(), now, recall);
    }
}
