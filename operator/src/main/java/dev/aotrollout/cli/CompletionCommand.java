package dev.aotrollout.cli;

import dev.aotrollout.terminal.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a shell must know to complete our commands. */
@Command(
        name = "completion",
        description = {
            "Prints what a shell needs to complete commands and options.",
            "With kubectl: a script to put on the PATH as kubectl_complete-aotrollout; it completes names of rollouts too, and so does fish."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 printed, 2 wrong usage.",
            "",
            "Examples:",
            "  source <(aotrollout completion bash)",
            "  aotrollout completion fish > ~/.config/fish/completions/aotrollout.fish",
            "  aotrollout completion kubectl > ~/.local/bin/kubectl_complete-aotrollout && chmod +x ~/.local/bin/kubectl_complete-aotrollout"
        })
final class CompletionCommand implements Callable<Integer> {
    private static final String PROGRAM = "aotrollout";

    /** Commands that take the name of a rollout. */
    private static final List<String> WITH_NAME =
            List.of("status", "pause", "resume", "promote", "abort", "retry", "approve", "explain", "report");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "bash, zsh, fish or kubectl.")
    private Shell shell = Shell.BASH;

    /** Who asks. */
    enum Shell {
        BASH,
        ZSH,
        FISH,
        KUBECTL
    }

    @Override
    public Integer call() {
        var root = Main.commandLine();
        var text = switch (shell) {
            case BASH, ZSH -> AutoComplete.bash(PROGRAM, root); // the script knows both
            case FISH -> fish(root);
            case KUBECTL -> kubectl(root);
        };
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return ExitCode.FINE;
    }

    private static String fish(CommandLine root) {
        var lines = new ArrayList<String>();
        lines.add("complete -c %s -f".formatted(PROGRAM));
        for (var command : commands(root)) {
            var name = command.getCommandName();
            lines.add("complete -c %s -n __fish_use_subcommand -a %s -d '%s'".formatted(PROGRAM, name, brief(command)));
            for (var option : command.getCommandSpec().options())
                lines.add("complete -c %s -n '__fish_seen_subcommand_from %s'%s -d '%s'"
                        .formatted(PROGRAM, name, flags(option), escaped(String.join(" ", option.description()))));
        }
        lines.add(
                "complete -c %s -n '__fish_seen_subcommand_from %s' -a '(kubectl get aotrollouts -o name 2>/dev/null | string replace -r \".*/\" \"\")'"
                        .formatted(PROGRAM, String.join(" ", WITH_NAME)));
        return String.join("\n", lines) + "\n";
    }

    private static String flags(OptionSpec option) {
        return List.of(option.names()).stream()
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
    }

    private static String brief(CommandLine command) {
        return escaped(command.getCommandSpec().usageMessage().description()[0]);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'").replace("${DEFAULT-VALUE}", "as --help says");
    }

    /** kubectl runs it with what was typed, and reads candidates and a last line that says not to complete files. */
    private static String kubectl(CommandLine root) {
        var options = commands(root).stream()
                .map(command -> "    %s) options='%s' ;;"
                        .formatted(
                                command.getCommandName(),
                                command.getCommandSpec().options().stream()
                                        .map(OptionSpec::longestName)
                                        .collect(Collectors.joining(" "))))
                .collect(Collectors.joining("\n"));
        return """
                #!/usr/bin/env bash
                # Completes kubectl aotrollout; printed by: aotrollout completion kubectl
                word=${*: -1}
                options='' scope=()
                case ${1:-} in
                %s
                esac
                for ((i = 1; i < $#; i++)); do
                    next=$((i + 1))
                    case ${!i} in -n | --namespace | --context | --kubeconfig) scope+=("${!i}" "${!next}") ;; esac
                done
                if (($# < 2)); then
                    compgen -W '%s' -- "$word"
                elif [[ $word == -* ]]; then
                    compgen -W "$options" -- "$word"
                elif [[ ' %s ' == *" $1 "* ]]; then
                    names=$(kubectl get aotrollouts ${scope[@]+"${scope[@]}"} -o name 2>/dev/null | sed 's|.*/||')
                    compgen -W "$names" -- "$word"
                fi
                echo :4
                """.formatted(
                        options,
                        commands(root).stream().map(CommandLine::getCommandName).collect(Collectors.joining(" ")),
                        String.join(" ", WITH_NAME));
    }

    private static List<CommandLine> commands(CommandLine root) {
        return root.getSubcommands().values().stream().distinct().toList();
    }
}
