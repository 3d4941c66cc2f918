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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of everything: the operator, and the commands that need no cluster. */
@Command(
        name = "aotrollout",
        description = "Shifts traffic from the JIT build of a service to its AOT build, and back on a regression.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
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

    /** By name, in the order of the help. */
    static SequencedMap<String, Class<?>> commands() {
        var commands = new LinkedHashMap<String, Class<?>>();
        commands.put("run", Run.class);
        commands.put("list", ListCommand.class);
        commands.put("status", StatusCommand.class);
        commands.put("pause", PauseCommand.class);
        commands.put("resume", ResumeCommand.class);
        commands.put("promote", PromoteCommand.class);
        commands.put("abort", AbortCommand.class);
        commands.put("retry", RetryCommand.class);
        commands.put("approve", ApproveCommand.class);
        commands.put("drain", DrainCommand.class);
        commands.put("lint", LintCommand.class);
        commands.put("plan", PlanCommand.class);
        commands.put("explain", ExplainCommand.class);
        commands.put("simulate", SimulateCommand.class);
        commands.put("economics", EconomicsCommand.class);
        commands.put("report", ReportCommand.class);
        commands.put("verify", VerifyCommand.class);
        commands.put("libraries", LibrariesCommand.class);
        commands.put("notify", NotifyCommand.class);
        commands.put("completion", CompletionCommand.class);
        return commands;
    }

    /** Ends the process with the command's exit code. */
    public static void main(String[] args) {
        var command = args.length == 0 ? "" : args[0];
        if (command.equals("run")) HeadStart.ofOperator();
        else withoutLog();
        if (isOnCall(command)) HeadStart.ofCommand();
        var name = System.getenv(NAME);
        System.exit(commandLine(args)
                .setCommandName(name == null || name.isBlank() ? "aotrollout" : name)
                .execute(args));
    }

    /** Those talk to a cluster. */
    private static boolean isOnCall(String command) {
        var named = commands().get(command);
        return named != null && named.getPackage().equals(ListCommand.class.getPackage());
    }

    /** Commands say what they have to say; starting a logging system would take longer than most of them. */
    static void withoutLog() {
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }

    /** To read {@code args}: a command is not kept waiting for the options of all others, and the version for those of any. */
    static CommandLine commandLine(String... args) {
        var line = new CommandLine(new Main());
        addressed(args.length == 0 ? "" : args[0]).forEach(line::addSubcommand);
        return line.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(Main::refuse);
    }

    private static Collection<Class<?>> addressed(String first) {
        if (first.equals("--version") || first.equals("-V")) return List.of();
        var named = commands().get(first);
        return named == null ? commands().values() : List.of(named);
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
