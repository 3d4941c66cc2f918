package dev.aotrollout.cli;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.intake.PlanReader;
import dev.aotrollout.judge.MemoryGuard;
import dev.aotrollout.judge.Text;
import dev.aotrollout.statistics.Planning;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Output;
import dev.aotrollout.terminal.Table;
import dev.aotrollout.terminal.Unreadable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a plan takes and what it risks, before it is applied. */
@Command(
        name = "plan",
        description = {
            "Says what a plan takes and risks with your traffic.",
            "How long each step takes, how much evidence its guards need, how soon a regression is caught in each step, and what that costs of the error budget. Expected values."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 every step can pass before its deadline, 1 one cannot, 2 unreadable input.",
            "",
            "Example:",
            "  ${ROOT-COMMAND-NAME} plan -f rollout.yaml --requests-per-second 100 --error-ratio 0.001 --slow-ratio 0.02 --pods 6"
        })
final class PlanCommand implements Callable<Integer> {
    private static final double CONFIDENCE = 0.05;
    /** A true gain is shown so often. */
    private static final double SHOWN = 0.8;

    /** True gains are looked at that are so much larger than the one asked for, in points. */
    private static final double BETTER_BY = 10;

    @Mixin
    private Output output = new Output();

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "Manifest; - is standard input.")
    private String file = "-";

    @Option(
            names = "--requests-per-second",
            required = true,
            paramLabel = "N",
            description = "Requests of the service, both tracks together.")
    private double requestsPerSecond;

    @Option(
            names = "--error-ratio",
            paramLabel = "RATIO",
            defaultValue = "0.001",
            description = "Share of JIT requests that fail, above 0. Default: ${DEFAULT-VALUE}.")
    private double errorRatio;

    @Option(
            names = "--slow-ratio",
            paramLabel = "RATIO",
            defaultValue = "0.02",
            description =
                    "Share of JIT requests over guards.latency.thresholdMillis, above 0. Default: ${DEFAULT-VALUE}.")
    private double slowRatio;

    @Option(
            names = "--pods",
            paramLabel = "N",
            defaultValue = "6",
            description = "JIT pods that carry all traffic. Default: ${DEFAULT-VALUE}.")
    private int pods;

    @Option(
            names = "--scrape-seconds",
            paramLabel = "N",
            defaultValue = "15",
            description = "How often Prometheus scrapes the pods. Default: ${DEFAULT-VALUE}.")
    private int scrapeSeconds;

    @Override
    public Integer call() {
        if (requestsPerSecond <= 0
                || errorRatio <= 0
                || errorRatio >= 1
                || slowRatio <= 0
                || slowRatio >= 1
                || pods < 1)
            throw new Unreadable(
                    "--requests-per-second and --pods must be above 0, --error-ratio and --slow-ratio between 0 and 1");
        var document = Manifests.read(List.of(file), System.in).rollouts().getFirst();
        var rollout = Manifests.sound(document, Schema.packed());
        var service = new Forecast.Service(requestsPerSecond, errorRatio, slowRatio, pods, scrapeSeconds);
        var steps = new Forecast(rollout, service).steps();
        var report = report(rollout, steps);
        if (output.isData()) output.data(report);
        else print(document.label(), steps, report);
        return steps.stream().allMatch(Forecast.StepForecast::inTime) ? ExitCode.FINE : ExitCode.FOUND;
    }

    private PlanReport report(AotRollout rollout, List<Forecast.StepForecast> steps) {
        var inTime = steps.stream().allMatch(Forecast.StepForecast::inTime);
        var seconds = Math.round(
                steps.stream().mapToDouble(Forecast.StepForecast::seconds).sum());
        var maxRatio = rollout.getSpec().guards().errors().maxRatio();
        return new PlanReport(
                rollout.getMetadata().getName(),
                inTime ? seconds : null,
                steps.stream().map(PlanReport.Step::of).toList(),
                Planning.eventsToPass(Math.max(2, maxRatio), Forecast.FALSE_PASS),
                memory(rollout),
                Power.startsToReach(CONFIDENCE, pods));
    }

    private static PlanReport.@Nullable Pods memory(AotRollout rollout) {
        var required = PlanReader.read(rollout, "").guards().stream()
                .filter(MemoryGuard.class::isInstance)
                .mapToDouble(guard -> ((MemoryGuard) guard).requiredGainPercent())
                .findFirst()
                .orElse(0);
        var truth = required + BETTER_BY;
        if (required <= 0 || truth >= 100) return null;
        return new PlanReport.Pods(
                required, truth, pods(0.03, truth, required), pods(0.08, truth, required), pods(0.15, truth, required));
    }

    private static int pods(double variation, double truePercent, double requiredPercent) {
        var ratio = (1 - truePercent / 100) / (1 - requiredPercent / 100);
        return new Planning.WelchPlan(ratio, variation, 1 - CONFIDENCE, SHOWN).samplesPerGroup();
    }

    private void print(String label, List<Forecast.StepForecast> steps, PlanReport report) {
        var total = report.expectedSeconds();
        output.line("%s with %s requests/s (%s fail, %s are slow on JIT), %s JIT pods: %s"
                .formatted(
                        output.styled("bold", label),
                        Text.trimmed(requestsPerSecond),
                        Text.percentOf(errorRatio),
                        Text.percentOf(slowRatio),
                        pods,
                        output.styled(
                                "bold", total == null ? "a step cannot pass in time" : "about " + duration(total))));
        output.line("");
        durations(steps);
        output.line("");
        regressions(steps);
        output.line("");
        evidence(report);
    }

    private void durations(List<Forecast.StepForecast> steps) {
        output.line("How long each step takes");
        var table = new Table().row("step", "weight", "AOT pods", "AOT requests/s", "soak", "takes", "waits for");
        for (var step : steps)
            table.row(
                    "" + step.number(),
                    "" + step.weight(),
                    "" + step.aotPods(),
                    Text.trimmed(step.aotRequestsPerSecond()),
                    duration(step.soakSeconds()),
                    duration(step.seconds()),
                    step.waitsFor() + (step.inTime() ? "" : ", beyond its deadline (progress.maxStepSeconds)"));
        table.lines("  ").forEach(output::line);
    }

    private void regressions(List<Forecast.StepForecast> steps) {
        output.line(
                "When AOT fails more than JIT: time until weight 0, and the share of the error budget that is spent by then");
        var table = new Table().row(titles(true));
        for (var step : steps)
            table.row(row(
                    step,
                    step.catches(),
                    caught -> duration(caught.seconds()) + ", " + Text.percent(caught.budgetPercent())));
        table.lines("  ").forEach(output::line);
        output.line("");
        output.line("When more AOT requests are slow than of JIT: time until weight 0");
        var slow = new Table().row(titles(false));
        for (var step : steps) slow.row(row(step, step.slowCatches(), caught -> duration(caught.seconds())));
        slow.lines("  ").forEach(output::line);
        output.line(
                "  (in parentheses: the step is expected to be over before; never: JIT has no requests to compare with)");
    }

    private static String[] titles(boolean everyRequest) {
        var ratios = Forecast.RATIOS.stream().map(ratio -> ratio + " times");
        return Stream.of(
                        Stream.of("step", "weight"),
                        ratios,
                        everyRequest ? Stream.of("every request") : Stream.<String>of())
                .flatMap(titles -> titles)
                .toArray(String[]::new);
    }

    private static String[] row(
            Forecast.StepForecast step, List<Forecast.Catch> catches, Function<Forecast.Catch, String> text) {
        var cells = catches.stream()
                .map(caught -> late(step, caught) ? "(" + text.apply(caught) + ")" : text.apply(caught));
        return Stream.concat(Stream.of("" + step.number(), "" + step.weight()), cells)
                .toArray(String[]::new);
    }

    private static boolean late(Forecast.StepForecast step, Forecast.Catch caught) {
        return Double.isFinite(caught.seconds()) && caught.seconds() > step.seconds();
    }

    private void evidence(PlanReport report) {
        output.line("Evidence");
        var table = new Table();
        table.row(
                "errors",
                "passes after %s expected AOT errors, without any as soon as the next step risks hardly any budget"
                        .formatted(Text.trimmed(report.aotErrorsToPass())));
        var memory = report.memoryPods();
        if (memory != null)
            table.row(
                    "memory",
                    "a gain of %s is asked for; a true one of %s is shown with %s pods of each track where pods differ by 3 %%, %s by 8 %%, %s by 15 %%"
                            .formatted(
                                    Text.percent(memory.requiredGainPercent()),
                                    Text.percent(memory.trueGainPercent()),
                                    memory.at3Percent(),
                                    memory.at8Percent(),
                                    memory.at15Percent()));
        table.row(
                "startup",
                "against %s JIT pods, %s AOT starts are the fewest that can show a difference"
                        .formatted(pods, report.aotStartsForStartup()));
        table.lines("  ").forEach(output::line);
    }

    /** Coarse, as a forecast is: two units at most. */
    private static String duration(double seconds) {
        if (!Double.isFinite(seconds)) return "never";
        var rounded = seconds > 36_000 ? 600 : seconds > 600 ? 60 : 1;
        return Moments.text(Duration.ofSeconds(Math.round(seconds / rounded) * rounded));
    }
}
