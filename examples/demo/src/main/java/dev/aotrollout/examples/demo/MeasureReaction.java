package dev.aotrollout.examples.demo;

import dev.aotrollout.examples.demo.cluster.ExpectedEnding;
import dev.aotrollout.examples.demo.cluster.Ground;
import dev.aotrollout.examples.demo.cluster.OperatorProcess;
import dev.aotrollout.examples.demo.cluster.Project;
import dev.aotrollout.examples.demo.load.LoadPlan;
import dev.aotrollout.examples.demo.load.LoadReport;
import dev.aotrollout.examples.demo.load.Track;
import dev.aotrollout.examples.demo.report.RunResult;
import dev.aotrollout.examples.demo.report.TrackFigures;
import dev.aotrollout.examples.demo.report.Words;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how long clients see failures when an AOT build answers nothing but errors. */
@Command(
        name = "measure-reaction",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Rolls out an AOT build that answers only errors, again and again, and measures the seconds from the first",
            "failing response to the last one. Prometheus scrapes every 2 s on the test bed.",
            ""
        },
        footer = {
            "",
            "Exit code: 0 every run was rolled back and nothing else failed; 1 otherwise; 2 wrong usage; 3 this"
                    + " machine",
            "cannot run the cluster. The figures are also in examples/demo/target/reaction.txt."
        })
final class MeasureReaction implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec command;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Of each kind (default: ${DEFAULT-VALUE}).",
            defaultValue = "5")
    private int runs = 5;

    @Option(
            names = "--weights",
            paramLabel = "PERCENT",
            split = ",",
            description = "Weights of the first step (default: ${DEFAULT-VALUE}).",
            defaultValue = "10,25,50")
    private List<Integer> weights = List.of();

    @Option(
            names = "--intervals",
            paramLabel = "SECONDS",
            split = ",",
            description = "Values of metrics.intervalSeconds (default: ${DEFAULT-VALUE}).",
            defaultValue = "1,5")
    private List<Integer> intervals = List.of();

    @Option(
            names = "--rps",
            paramLabel = "N",
            description = "Requests a second (default: ${DEFAULT-VALUE}).",
            defaultValue = "50")
    private int requestsPerSecond = 50;

    @Mixin
    private SiteOptions site = new SiteOptions();

    private final PrintStream out;

    MeasureReaction(PrintStream out) {
        this.out = out;
    }

    /** What is varied. */
    private record Kind(int weight, int intervalSeconds) {
        String words() {
            return "first step %d %%, interval %d s".formatted(weight, intervalSeconds);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        check();
        var project = Project.current();
        var lines = new ArrayList<String>();
        var good = true;
        try (var ground = site.open(project)) {
            var operator = ground.startOperator(ground.cluster().site().kubeconfig());
            for (var kind : kinds()) {
                var results = measure(ground, operator, kind);
                good &= results.stream().allMatch(MeasureReaction::isGood);
                lines.add(line(kind, results));
                out.println(lines.getLast());
            }
        }
        project.writeTarget("reaction.txt", String.join("\n", lines) + "\n");
        return good ? 0 : 1;
    }

    private void check() {
        site.check();
        inRange("--runs", List.of(runs), 100);
        inRange("--weights", weights, 100);
        inRange("--intervals", intervals, 300);
        inRange("--rps", List.of(requestsPerSecond), LoadPlan.FASTEST);
    }

    private void inRange(String option, List<Integer> values, int highest) {
        for (var value : values) {
            if (value < 1 || value > highest) {
                throw new ParameterException(
                        command.commandLine(), "%s: %d is not accepted; use 1 to %d".formatted(option, value, highest));
            }
        }
    }

    private List<Kind> kinds() {
        return intervals.stream()
                .flatMap(seconds -> weights.stream().map(weight -> new Kind(weight, seconds)))
                .toList();
    }

    private List<RunResult> measure(Ground ground, OperatorProcess operator, Kind kind) throws InterruptedException {
        var results = new ArrayList<RunResult>();
        for (var run = 1; run <= runs; run++) {
            var result = once(ground, operator, kind);
            out.println("  %s, run %d: %s".formatted(kind.words(), run, words(result)));
            results.add(result);
        }
        return results;
    }

    private RunResult once(Ground ground, OperatorProcess operator, Kind kind) throws InterruptedException {
        try (var stage = ground.stage("reaction")) {
            var rollout = stage.rollout(
                    "reaction",
                    Map.of(
                            "FIRST_WEIGHT", Integer.toString(kind.weight()),
                            "INTERVAL_SECONDS", Integer.toString(kind.intervalSeconds())));
            try (var run = RolloutRun.begin(stage, rollout, requestsPerSecond)) {
                run.await(ExpectedEnding.ROLLED_BACK, _ -> operator.checkAlive());
                return run.finish(kind.words(), ExpectedEnding.ROLLED_BACK);
            }
        }
    }

    private static boolean isGood(RunResult result) {
        return result.verdict().reached() && otherFailures(result.load()) == 0;
    }

    /** Failures that are not answers of the AOT build. */
    private static long otherFailures(LoadReport load) {
        return load.failed() - load.failuresByTrack().getOrDefault(Track.AOT, 0L);
    }

    private static String words(RunResult result) {
        return result.verdict().reached()
                ? "%s, %d failing responses, %d other failed requests"
                        .formatted(
                                Words.seconds(result.load().failing(Track.AOT)),
                                result.load().failed() - otherFailures(result.load()),
                                otherFailures(result.load()))
                : "NOT rolled back: " + result.verdict().last();
    }

    private static String line(Kind kind, List<RunResult> results) {
        var spans = results.stream()
                .map(result -> result.load().failing(Track.AOT).toMillis() / 1000.0)
                .toList();
        return "%s: median %s (%s), other failed requests %d"
                .formatted(
                        kind.words(),
                        Words.seconds(TrackFigures.median(spans).orElse(0)),
                        spans.stream().map(Words::seconds).collect(Collectors.joining(", ")),
                        results.stream()
                                .mapToLong(result -> otherFailures(result.load()))
                                .sum());
    }
}
