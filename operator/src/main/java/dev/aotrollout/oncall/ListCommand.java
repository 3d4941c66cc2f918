package dev.aotrollout.oncall;

import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Output;
import dev.aotrollout.terminal.Screen;
import dev.aotrollout.terminal.WallClock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All rollouts at a glance. */
@Command(
        name = "list",
        aliases = "ls",
        description = {
            "Lists rollouts, those that need a person first.",
            "WEIGHT is the percent asked for AOT, and in brackets what it was seen to get where that differs."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 listed, 2 the cluster cannot be asked, 5 forbidden.",
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} list -A",
            "  ${ROOT-COMMAND-NAME} list -n shop -o json"
        })
public final class ListCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Of all namespaces.")
    private boolean everywhere;

    /** What is printed with {@code -o json}. */
    record Answered(List<Listed> rollouts) {}

    @Override
    public Integer call() {
        try (var cluster = options.open()) {
            var rollouts = cluster.list("aotrollouts", everywhere ? "" : cluster.namespace()).stream()
                    .map(Listed::of)
                    .sorted(Listed.TROUBLE_FIRST)
                    .toList();
            if (output.isData()) output.data(new Answered(rollouts));
            else if (rollouts.isEmpty())
                output.note(
                        everywhere
                                ? "no AOTRollout in the cluster"
                                : "no AOTRollout in namespace %s; -A lists all namespaces"
                                        .formatted(cluster.namespace()));
            else
                ListTable.lines(rollouts, everywhere, output.isWide(), Screen.current(), WallClock.now())
                        .forEach(output::line);
            return ExitCode.FINE;
        }
    }
}
