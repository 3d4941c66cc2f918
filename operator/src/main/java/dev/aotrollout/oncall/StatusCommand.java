package dev.aotrollout.oncall;

import dev.aotrollout.decision.Moments;
import dev.aotrollout.oncall.RolloutWatch.News;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Output;
import dev.aotrollout.terminal.Refused;
import dev.aotrollout.terminal.Screen;
import dev.aotrollout.terminal.Spans;
import dev.aotrollout.terminal.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One rollout on one screen, once or for as long as it runs. */
@Command(
        name = "status",
        description = {
            "Shows one rollout: what is the matter and what to do, tracks, weights, steps, guards, what it waits for.",
            "With --watch until it is promoted or rolled back: drawn in place on a terminal, else a line for each change."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 runs or is promoted (--watch: promoted), 1 rolled back or going back (--watch: or not promoted in time), 2 the cluster cannot be asked, 4 not found, 5 forbidden.",
            "A rollout that is on JIT on purpose (spec.goal, an exception) is 0, with --watch 1.",
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} status checkout -n shop",
            "  ${ROOT-COMMAND-NAME} status checkout -n shop --watch --timeout 30m"
        })
public final class StatusCommand implements Callable<Integer> {
    private static final Duration TICK = Duration.ofSeconds(1);

    @Mixin
    private Output output = new Output();

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Parameters(paramLabel = "NAME", description = "Name of the AOTRollout.")
    private String name = "";

    @Option(
            names = {"-w", "--watch"},
            description = "Until it is promoted or rolled back.")
    private boolean watch;

    @Option(
            names = "--timeout",
            paramLabel = "SPAN",
            converter = Spans.class,
            description = "How long to watch, such as 30m. Default: for ever.")
    private @Nullable Duration timeout;

    private final GuardHistory history = new GuardHistory();

    @Override
    public Integer call() throws InterruptedException {
        try (var cluster = options.open()) {
            var first = new Standing(cluster.rollout(name));
            var images = Images.read(cluster, first);
            if (watch) return watched(cluster, images);
            print(first, images);
            return first.isIn("RollingBack", "RolledBack") && !first.reason().equals("GoalIsJit")
                    ? ExitCode.FOUND
                    : ExitCode.FINE;
        }
    }

    private void print(Standing at, Images images) {
        if (output.isData()) output.data(StatusReport.of(at, images, WallClock.now(), output.program()));
        else
            Board.lines(at, images, history, Screen.current(), WallClock.now(), output.program())
                    .forEach(output::line);
    }

    private int watched(Cluster cluster, Images images) throws InterruptedException {
        var deadline = Optional.ofNullable(timeout).map(WallClock.now()::plus);
        var view = new LiveView(output.out());
        Standing latest = null;
        try (var changes = new RolloutWatch(cluster, name)) {
            while (deadline.isEmpty() || WallClock.now().isBefore(deadline.get())) {
                switch (changes.next(patience(deadline)).orElse(null)) {
                    case News.Changed(var standing) -> latest = standing;
                    case News.Gone() ->
                        throw new Refused(
                                ExitCode.NOT_FOUND,
                                "AOTRollout %s/%s was deleted".formatted(cluster.namespace(), name));
                    case null -> {}
                }
                if (latest == null) continue;
                latest.status().ifPresent(history::note);
                show(view, latest, images, changes.isConnected());
                if (latest.isOver()) return ended(latest, images);
            }
        }
        return late(latest, images);
    }

    private static Duration patience(Optional<Instant> deadline) {
        var left = deadline.map(at -> Duration.between(WallClock.now(), at)).orElse(TICK);
        return left.compareTo(TICK) < 0 ? left : TICK;
    }

    private void show(LiveView view, Standing at, Images images, boolean connected) {
        if (output.isData()) return;
        var screen = Screen.current();
        var now = WallClock.now();
        if (!screen.live()) {
            view.append(at, now);
            return;
        }
        var board = Board.lines(at, images, history, screen, now, output.program());
        view.draw(connected ? board : Board.disconnected(board, screen), screen);
    }

    private int ended(Standing at, Images images) {
        if (output.isData()) print(at, images);
        return at.phase().equals("Promoted") ? ExitCode.FINE : ExitCode.FOUND;
    }

    private int late(@Nullable Standing latest, Images images) {
        if (latest != null && output.isData()) print(latest, images);
        output.note("not promoted in %s%s"
                .formatted(
                        timeout == null ? "" : Moments.text(timeout),
                        latest == null ? "" : ": %s, %s".formatted(latest.phase(), latest.message())));
        return ExitCode.FOUND;
    }
}
