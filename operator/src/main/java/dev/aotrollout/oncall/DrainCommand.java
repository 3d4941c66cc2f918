package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Output;
import dev.aotrollout.terminal.Spans;
import dev.aotrollout.terminal.WallClock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything back to JIT and gone, before the operator goes. */
@Command(
        name = "drain",
        description = {
            "Deletes all AOTRollouts and waits until they are gone.",
            "The running operator brings each one's traffic back to JIT and restores its routes first. For uninstalling: the chart runs it before it removes the operator."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 all are gone, 1 not in time, 2 the cluster cannot be asked, 5 forbidden.",
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} drain --timeout 10m",
            "  ${ROOT-COMMAND-NAME} drain --namespaces shop,payments"
        })
public final class DrainCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Option(names = "--namespaces", split = ",", paramLabel = "NAME", description = "Only of these. Default: all.")
    private Set<String> namespaces = Set.of();

    @Option(
            names = "--timeout",
            paramLabel = "SPAN",
            defaultValue = "300s",
            converter = Spans.class,
            description = "How long to wait, such as 90s or 5m. Default: ${DEFAULT-VALUE}.")
    private Duration timeout = Duration.ofMinutes(5);

    @Override
    public Integer call() throws InterruptedException {
        var deadline = WallClock.now().plus(timeout);
        try (var cluster = options.open();
                var draining = Draining.begin(cluster, namespaces, this::say)) {
            while (!draining.isDone()) {
                var left = Duration.between(WallClock.now(), deadline);
                if (left.isNegative() || !draining.next(left)) return late(draining);
            }
            say("no AOTRollout is left");
            return ExitCode.FINE;
        }
    }

    private int late(Draining draining) {
        for (var rollout : draining.left()) output.note(stuck(rollout));
        output.note(
                "not drained in %s: %s left; they go as soon as an operator runs. Without one: restore the weights of the routes by hand, then remove the finalizer %s from each"
                        .formatted(Moments.text(timeout), draining.left().size(), finalizers(draining)));
        return ExitCode.FOUND;
    }

    private static String finalizers(Draining draining) {
        return draining.left().stream()
                .flatMap(rollout -> rollout.getMetadata().getFinalizers().stream())
                .distinct()
                .sorted()
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static String stuck(AotRollout rollout) {
        var standing = new Standing(rollout);
        return "%s is still there: %s at weight %s%s"
                .formatted(
                        standing.label(),
                        standing.phase(),
                        standing.weight(),
                        standing.message().isEmpty() ? "" : ": " + standing.message());
    }

    private void say(String what) {
        output.line(what);
    }
}
