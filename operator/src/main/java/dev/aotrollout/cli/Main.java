package dev.aotrollout.cli;

import dev.aotrollout.oncall.AbortCommand;
import dev.aotrollout.oncall.ApproveCommand;
import dev.aotrollout.oncall.DrainCommand;
import dev.aotrollout.oncall.ListCommand;
import dev.aotrollout.oncall.PauseCommand;
import dev.aotrollout.oncall.PromoteCommand;
import dev.aotrollout.oncall.ResumeCommand;
import dev.aotrollout.oncall.RetryCommand;
import dev.aotrollout.oncall.StatusCommand;
import dev.aotrollout.runtime.Run;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Refused;
import dev.aotrollout.terminal.Unreadable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of everything: the operator, and the commands that need no cluster. */
@Command(
        name = "aotrollout",
        description = "Shifts traffic from the JIT build of a service to its AOT build, and back on a regression.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Run.class,
            ListCommand.class,
            StatusCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            PromoteCommand.class,
            AbortCommand.class,
            RetryCommand.class,
            ApproveCommand.class,
            DrainCommand.class,
            LintCommand.class,
            PlanCommand.class,
            ExplainCommand.class,
            SimulateCommand.class,
            EconomicsCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            LibrariesCommand.class,
            NotifyCommand.class,
            CompletionCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 fine; 1 findings, a negative verdict, or not in time; 2 wrong usage, unreadable input or no cluster; 4 not found; 5 forbidden; 6 makes no sense now.",
            "NO_COLOR turns colours off.",
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} list -A",
            "  ${ROOT-COMMAND-NAME} lint -f rollout.yaml"
        })
public final class Main {
    /** How the launcher says that it is called, such as {@code kubectl aotrollout}. */
    private static final String NAME = "AOTROLLOUT_COMMAND";

    private Main() {}

    /** Ends the process with the command's exit code. */
    public static void main(String[] args) {
        if (args.length == 0 || !args[0].equals("run")) withoutLog();
        var name = System.getenv(NAME);
        System.exit(commandLine()
                .setCommandName(name == null || name.isBlank() ? "aotrollout" : name)
                .execute(args));
    }

    /** Commands say what they have to say; starting a logging system would take longer than most of them. */
    static void withoutLog() {
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::refuse);
    }

    /** What a user can mend is said in one line; anything else is ours, with its trace. */
    private static int refuse(Exception trouble, CommandLine command, CommandLine.ParseResult parsed) {
        var err = command.getErr();
        var program = command.getCommandSpec().root().name();
        return switch (trouble) {
            case Unreadable unreadable -> {
                err.println(program + ": " + unreadable.getMessage());
                yield ExitCode.UNUSABLE;
            }
            case Refused refused -> {
                err.println(program + ": " + refused.getMessage());
                yield refused.code();
            }
            default -> {
                trouble.printStackTrace(err);
                yield ExitCode.UNUSABLE;
            }
        };
    }

    /** The version that the build wrote into the manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"aotrollout " + (version == null ? "(not packaged)" : version)};
        }
    }
}
