package dev.aotrollout.examples.demo;

import dev.aotrollout.examples.demo.cluster.DemoException;
import dev.aotrollout.examples.demo.cluster.ExpectedEnding;
import dev.aotrollout.examples.demo.cluster.Manifest;
import dev.aotrollout.examples.demo.cluster.PodMemory;
import dev.aotrollout.examples.demo.cluster.Stage;
import dev.aotrollout.examples.demo.cluster.StageView;
import dev.aotrollout.examples.demo.cluster.StageWatch;
import dev.aotrollout.examples.demo.load.LoadGenerator;
import dev.aotrollout.examples.demo.load.LoadPlan;
import dev.aotrollout.examples.demo.load.Track;
import dev.aotrollout.examples.demo.load.WeightAsked;
import dev.aotrollout.examples.demo.report.RunResult;
import dev.aotrollout.examples.demo.report.TableRow;
import dev.aotrollout.examples.demo.report.TrackFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** One rollout under load, from before its beginning until some time after its end. */
public final class RolloutRun implements AutoCloseable {
    /** No rollout of ours takes longer. */
    public static final Duration LONGEST = Duration.ofMinutes(6);

    private static final Duration BASELINE = Duration.ofSeconds(6);
    private static final Duration AFTERMATH = Duration.ofSeconds(3);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(250);
    private static final Duration RECENT = Duration.ofSeconds(2);

    private final Stage stage;
    private final StageWatch watch;
    private final PodMemory memory;
    private final LoadGenerator load;
    private final Instant begun = Instant.now();

    private RolloutRun(Stage stage, int requestsPerSecond) {
        this.stage = stage;
        watch = stage.watch();
        memory = PodMemory.begin(watch, stage);
        load = LoadGenerator.start(stage.target(), LoadPlan.of(requestsPerSecond, LONGEST.multipliedBy(2)));
    }

    /** Loads JIT alone for some seconds, then begins the rollout. */
    public static RolloutRun begin(Stage stage, Manifest rollout, int requestsPerSecond) throws InterruptedException {
        var run = new RolloutRun(stage, requestsPerSecond);
        try {
            Thread.sleep(BASELINE);
            stage.apply(rollout);
            return run;
        } catch (RuntimeException | InterruptedException e) {
            run.close();
            throw e;
        }
    }

    /** Something to be done at every look. */
    @FunctionalInterface
    public interface Look {
        /** May throw to give up. */
        void at(StageView view) throws InterruptedException;
    }

    /** Looks until the ending has come, can no longer come, or {@link #LONGEST} has passed; whether it has come. */
    public boolean await(ExpectedEnding ending, Look look) throws InterruptedException {
        return lookUntil(view -> ending.isReached(view) || ending.isMissed(view), look)
                && ending.isReached(watch.view());
    }

    /** Looks until something is so; throws after {@link #LONGEST}. */
    public StageView await(String what, Predicate<StageView> wanted) throws InterruptedException {
        if (!lookUntil(wanted, _ -> {})) {
            throw new DemoException("%s: not %s after %d s; it stands at %s"
                    .formatted(
                            stage.namespace(),
                            what,
                            LONGEST.toSeconds(),
                            watch.view().rollout()));
        }
        return watch.view();
    }

    private boolean lookUntil(Predicate<StageView> wanted, Look look) throws InterruptedException {
        var until = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < until) {
            var view = watch.view();
            look.at(view);
            if (wanted.test(view)) {
                return true;
            }
            Thread.sleep(LOOK_INTERVAL);
        }
        return false;
    }

    /** How it stands, as a line of the live table. */
    public TableRow row(StageView view) {
        var now = Instant.now();
        // Requests that were due just now are still under way.
        var recent = load.since(now.minus(RECENT));
        return new TableRow(Duration.between(begun, now), view, TableRow.Traffic.of(recent, RECENT, load.failed()));
    }

    /** Loads for some more seconds, stops the load and sums up. */
    public RunResult finish(String title, ExpectedEnding expected) throws InterruptedException {
        Thread.sleep(AFTERMATH);
        load.stop();
        var last = watch.view();
        return RunResult.of(
                title,
                new RunResult.Verdict(expected, expected.isReached(last), last.rollout()),
                begun,
                new RunResult.Records(load.samples(), watch.weights(), watch.story()),
                new RunResult.Pods(
                        new TrackFigures(watch.startupSeconds(Track.JIT), watch.startupSeconds(Track.AOT)),
                        new TrackFigures(memory.mebibytes(Track.JIT), memory.mebibytes(Track.AOT))));
    }

    /** How it stands. */
    public StageView view() {
        return watch.view();
    }

    /** All weights that the route asked for, oldest first. */
    public List<WeightAsked> weights() {
        return watch.weights();
    }

    /** Where it runs. */
    public Stage stage() {
        return stage;
    }

    @Override
    public void close() {
        load.close();
        memory.close();
        watch.close();
    }
}
