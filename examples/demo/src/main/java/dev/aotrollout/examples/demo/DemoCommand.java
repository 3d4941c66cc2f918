package dev.aotrollout.examples.demo;

import dev.aotrollout.examples.demo.cluster.ExpectedEnding;
import dev.aotrollout.examples.demo.cluster.Ground;
import dev.aotrollout.examples.demo.cluster.Manifest;
import dev.aotrollout.examples.demo.cluster.OperatorProcess;
import dev.aotrollout.examples.demo.cluster.Project;
import dev.aotrollout.examples.demo.cluster.Stage;
import dev.aotrollout.examples.demo.load.LoadPlan;
import dev.aotrollout.examples.demo.report.JsonReport;
import dev.aotrollout.examples.demo.report.LiveTable;
import dev.aotrollout.examples.demo.report.RunResult;
import dev.aotrollout.examples.demo.report.TextReport;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows a healthy AOT build being promoted, and a faulty one being rolled back, under load. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Rolls a healthy AOT build of the checkout service out to its promotion, then a faulty one until it is",
            "rolled back by itself, on a real cluster and under load, and reports what clients saw.",
            ""
        },
        footer = {
            "",
            "Exit code: 0 both endings came; 1 one did not; 2 wrong usage; 3 this machine cannot run the cluster.",
            "Reports: examples/demo/target/report.txt and report.json; the operator's log is operator.log there."
        })
final class DemoCommand implements Callable<Integer> {
    /** Lines of a log may be long, but not endless. */
    private static final int PLAIN_COLUMNS = 240;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec command;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = "What is wrong with the faulty build: errors, leak, crash, slow-start or latency"
                    + " (default: ${DEFAULT-VALUE}).",
            defaultValue = "errors")
    private String fault = "errors";

    @Option(
            names = "--rps",
            paramLabel = "N",
            description = "Requests a second (default: ${DEFAULT-VALUE}).",
            defaultValue = "200")
    private int requestsPerSecond = 200;

    @Option(names = "--keep", description = "Leave the cluster, the operator and both rollouts as they are at the end.")
    private boolean keep;

    @Option(names = "--plain", description = "Print lines instead of redrawing a table in place.")
    private boolean plain;

    @Mixin
    private SiteOptions site = new SiteOptions();

    private final PrintStream out;
    private final int columns;

    DemoCommand(PrintStream out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public Integer call() throws InterruptedException {
        var chosen = check();
        var project = Project.current();
        try (var ground = site.open(project)) {
            var operator = ground.startOperator(ground.cluster().site().kubeconfig());
            var results = List.of(healthy(ground, operator), faulty(ground, operator, chosen));
            report(project, results);
            if (keep) {
                out.println("Kept. To look at it:");
                ground.keep().forEach(line -> out.println("  " + line));
            }
            return results.stream().allMatch(result -> result.verdict().reached()) ? 0 : 1;
        }
    }

    private Fault check() {
        site.check();
        if (requestsPerSecond < 1 || requestsPerSecond > LoadPlan.FASTEST) {
            throw wrong("--rps=%d is not accepted; use 1 to %d".formatted(requestsPerSecond, LoadPlan.FASTEST));
        }
        try {
            return Fault.of(fault);
        } catch (IllegalArgumentException e) {
            throw wrong("--fault: " + e.getMessage());
        }
    }

    private RunResult healthy(Ground ground, OperatorProcess operator) throws InterruptedException {
        out.println("Deploying the service for the healthy rollout");
        var stage = ground.stage("demo-healthy");
        var result = play(
                new Scene(stage, stage.rollout("healthy", Map.of()), "Healthy AOT build", ExpectedEnding.RETIRED),
                operator);
        if (!keep) {
            stage.close();
        }
        return result;
    }

    private RunResult faulty(Ground ground, OperatorProcess operator, Fault chosen) throws InterruptedException {
        out.println();
        out.println("Deploying the service for the faulty rollout");
        var stage = ground.stage("demo-faulty");
        var rollout = stage.rollout("faulty", chosen.placeholders());
        return play(
                new Scene(stage, rollout, "Faulty AOT build (" + chosen.word() + ")", ExpectedEnding.ROLLED_BACK),
                operator);
    }

    private record Scene(Stage stage, Manifest rollout, String what, ExpectedEnding expected) {
        String title() {
            return "%s, AOTRollout %s/checkout".formatted(what, stage.namespace());
        }
    }

    private RunResult play(Scene scene, OperatorProcess operator) throws InterruptedException {
        try (var run = RolloutRun.begin(scene.stage(), scene.rollout(), requestsPerSecond)) {
            var table = new LiveTable(
                    out,
                    new LiveTable.Screen(plain ? PLAIN_COLUMNS : columns, !plain),
                    "%s; expected: %s".formatted(scene.title(), scene.expected().words()));
            run.await(scene.expected(), view -> {
                operator.checkAlive();
                table.show(run.row(view));
            });
            return run.finish(scene.title(), scene.expected());
        }
    }

    private void report(Project project, List<RunResult> results) {
        var text = TextReport.write(results);
        out.println();
        out.print(text);
        project.writeTarget("report.txt", text);
        project.writeTarget("report.json", JsonReport.write(results));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
