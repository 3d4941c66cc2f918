package dev.aotrollout.cli;

import dev.aotrollout.decision.Moments;
import dev.aotrollout.simulation.Chart;
import dev.aotrollout.simulation.Recording;
import dev.aotrollout.simulation.Scenario;
import dev.aotrollout.simulation.Scenarios;
import dev.aotrollout.simulation.Simulation;
import dev.aotrollout.simulation.Story;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Output;
import dev.aotrollout.terminal.Spelling;
import dev.aotrollout.terminal.Table;
import dev.aotrollout.terminal.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the operator would do with a plan in a simulated world, or on figures that were recorded. */
@Command(
        name = "simulate",
        description = {
            "Plays a rollout in a simulated cluster.",
            "The operator's own code decides about a scenario that is let happen, or about the recorded figures of a service. The same seed always gives the same story."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 promoted, 1 rolled back or not promoted, 2 unreadable input.",
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} simulate --list",
            "  ${ROOT-COMMAND-NAME} simulate -f rollout.yaml --scenario leak-after-40-minutes --html story.html",
            "  ${ROOT-COMMAND-NAME} simulate -f rollout.yaml --csv friday.csv -o json"
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Output output = new Output();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Manifest; - is standard input.")
    private @Nullable String file;

    @ArgGroup(exclusive = true)
    private @Nullable What what;

    /** One of these. */
    static final class What {
        @Option(names = "--list", description = "Lists the scenarios.")
        private boolean list;

        @Option(names = "--scenario", paramLabel = "NAME", description = "What is let happen; see --list.")
        private @Nullable String scenario;

        @Option(
                names = "--csv",
                paramLabel = "FILE",
                description = "Recorded figures as CSV; docs/cli.md has the columns.")
        private @Nullable String csv;

        @Option(
                names = "--prometheus",
                paramLabel = "FILE",
                description = "Recorded answers of Prometheus' query_range as JSON, by what they measure.")
        private @Nullable String prometheus;
    }

    @Option(
            names = "--track-label",
            paramLabel = "LABEL",
            defaultValue = "track",
            description = "With --prometheus: the label that is jit or aot. Default: ${DEFAULT-VALUE}.")
    private String trackLabel = "track";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of chance. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--svg", paramLabel = "FILE", description = "Writes a chart of the story.")
    private @Nullable Path svg;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes a page with chart and story.")
    private @Nullable Path html;

    /** What {@code --list -o json} prints. */
    private record Listed(String name, String description) {}

    @Override
    public Integer call() {
        if (what != null && what.list) return list();
        if (file == null || what == null)
            throw new ParameterException(
                    spec.commandLine(),
                    "name a manifest with -f, and one of --scenario, --csv, --prometheus; or --list");
        var document = Manifests.read(List.of(file), System.in).rollouts().getFirst();
        var rollout = Manifests.sound(document, Schema.packed());
        var story = Simulation.run(rollout, scenario(what), seed);
        var promoted = story.ending().phase().equals("Promoted");
        if (output.isData()) output.data(SimulateReport.of(story, seed));
        else print(story, promoted);
        if (svg != null) write(svg, Chart.svg(story));
        if (html != null) write(html, Chart.html(story));
        return promoted ? ExitCode.FINE : ExitCode.FOUND;
    }

    private int list() {
        if (output.isData()) {
            output.data(Scenarios.named().stream()
                    .map(scenario -> new Listed(scenario.name(), scenario.description()))
                    .toList());
            return ExitCode.FINE;
        }
        var table = new Table();
        Scenarios.named().forEach(scenario -> table.row(scenario.name(), scenario.description()));
        table.lines("").forEach(output::line);
        return ExitCode.FINE;
    }

    private Scenario scenario(What what) {
        try {
            if (what.csv != null)
                return Recording.csv(Input.read(what.csv, System.in).text()).scenario();
            if (what.prometheus != null)
                return Recording.prometheus(
                                Input.read(what.prometheus, System.in).text(), trackLabel)
                        .scenario();
        } catch (Recording.Unreadable e) {
            throw new Unreadable((what.csv != null ? what.csv : what.prometheus) + ": " + e.getMessage());
        }
        var name = what.scenario == null ? "" : what.scenario;
        var names = Scenarios.named().stream().map(Scenario::name).toList();
        return Scenarios.named().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unreadable(
                        "no scenario %s; %s (--list shows all)".formatted(name, Spelling.hint(name, names))));
    }

    private void print(Story story, boolean promoted) {
        story.lines().forEach(line -> output.line(line.toString()));
        output.line("");
        var ending = story.ending();
        output.line("%s after %s: %s"
                .formatted(
                        output.styled(promoted ? "fg(green),bold" : "fg(red),bold", ending.phase()),
                        Moments.text(Duration.ofSeconds(ending.second())),
                        ending.message()));
    }

    private void write(Path to, String text) {
        try {
            Files.writeString(to, text);
            output.note("wrote " + to);
        } catch (IOException e) {
            throw new Unreadable("cannot write " + to + ": " + e.getMessage());
        }
    }
}
