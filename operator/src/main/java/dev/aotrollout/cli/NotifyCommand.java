package dev.aotrollout.cli;

import dev.aotrollout.notify.Notifications;
import dev.aotrollout.notify.NotificationsInvalid;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Output;
import dev.aotrollout.terminal.Table;
import dev.aotrollout.terminal.Unreadable;
import dev.aotrollout.terminal.WallClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a notifications file, and whether its sinks can be reached. */
@Command(
        name = "notify",
        description = {
            "Checks the file of run --notifications; with --test sends every sink a test notification, once.",
            "Without --test nothing is sent."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 fine, 1 a sink did not take the test, 2 wrong usage or a file that cannot be used.",
            "",
            "Example: ${ROOT-COMMAND-NAME} notify --test -f notifications.yaml"
        })
final class NotifyCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            required = true,
            description = "The notifications file. Its secrets are read from where it names them.")
    private Path file = Path.of("");

    @Option(names = "--test", description = "Send every sink a test notification.")
    private boolean test;

    @Override
    public Integer call() {
        Notifications notifications;
        try {
            notifications = Notifications.read(file);
        } catch (NotificationsInvalid e) {
            throw new Unreadable(Objects.toString(e.getMessage()));
        }
        if (!test) {
            if (output.isData()) output.data(notifications.names());
            else
                output.line("%s sinks, nothing wrong"
                        .formatted(notifications.names().size()));
            return ExitCode.FINE;
        }
        var tried = notifications.test(WallClock::now);
        if (output.isData()) output.data(tried);
        else print(tried);
        return tried.stream().allMatch(Notifications.Tried::delivered) ? ExitCode.FINE : ExitCode.FOUND;
    }

    private void print(List<Notifications.Tried> tried) {
        var table = new Table();
        tried.forEach(one -> table.row(one.sink(), one.delivered() ? "delivered" : "not delivered", one.why()));
        table.lines("").forEach(output::line);
    }
}
