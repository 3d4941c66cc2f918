package dev.aotrollout.cli;

import dev.aotrollout.runtime.Run;
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
            LintCommand.class,
            PlanCommand.class,
            ExplainCommand.class,
            SimulateCommand.class,
            EconomicsCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            LibrariesCommand.class,
            NotifyCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 fine, 1 findings or a negative verdict, 2 wrong usage or unreadable input.",
            "All commands but run work without a cluster and without a network. NO_COLOR turns colours off.",
            "",
            "Example: aotrollout lint -f rollout.yaml"
        })
public final class Main {
    /** Everything is as it should be. */
    static final int FINE = 0;
    /** Something was found, or the verdict is negative. */
    static final int FOUND = 1;
    /** Wrong usage, or input that cannot be read. */
    static final int UNUSABLE = 2;

    private Main() {}

    /** Ends the process with the command's exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::refuse);
    }

    /** What a user can mend is said in one line; anything else is ours, with its trace. */
    private static int refuse(Exception trouble, CommandLine command, CommandLine.ParseResult parsed) {
        var err = command.getErr();
        if (trouble instanceof Unreadable) err.println("aotrollout: " + trouble.getMessage());
        else trouble.printStackTrace(err);
        return UNUSABLE;
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
