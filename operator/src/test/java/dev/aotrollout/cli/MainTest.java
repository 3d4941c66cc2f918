package dev.aotrollout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
    /** Help is a format: a percent sign that is meant is written twice, and one that is not makes picocli complain on every call. */
    @TestFactory
    Stream<DynamicTest> helpCanBeFormatted() {
        return Main.commands().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    var usage =
                            new CommandLine(entry.getValue()).getCommandSpec().usageMessage();
                    for (var line : usage.description())
                        assertThat(line.formatted()).isNotNull();
                    for (var line : usage.footer()) assertThat(line.formatted()).isNotNull();
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyCommandHasHelpWithAnExample() {
        return Main.commands().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    assertThat(entry.getValue().getAnnotation(Command.class).name())
                            .isEqualTo(entry.getKey());
                    var help = Shell.run(entry.getKey(), "--help");
                    assertThat(help.code()).isZero();
                    assertThat(help.out()).contains("Usage: aotrollout " + entry.getKey(), "Exit codes: 0", "Example");
                }));
    }

    @Test
    void aCommandIsReadAloneAndTheHelpKnowsAll() {
        assertThat(Main.commandLine("list", "-A").getSubcommands()).containsOnlyKeys("list", "ls");
        assertThat(Main.commandLine("--version").getSubcommands()).isEmpty();
        assertThat(Main.commandLine("--help").getSubcommands()).containsKeys("list", "lint", "completion");
        assertThat(Shell.run("--help").out()).contains("status", "libraries");
        assertThat(Shell.run("lst").err()).contains("Unmatched argument", "list");
    }

    @Test
    void itIsCalledWhatTheLauncherSays() {
        var line = Main.commandLine("pause").setCommandName("kubectl aotrollout");
        assertThat(line.getSubcommands().get("pause").getUsageMessage())
                .contains("Usage: kubectl aotrollout pause", "  kubectl aotrollout pause checkout -n shop");
    }

    @Test
    void shellsLearnTheCommands() {
        assertThat(Shell.run("completion", "bash").out())
                .contains("complete -F _complete_aotrollout", "--all-namespaces");
        assertThat(Shell.run("completion", "fish").out())
                .contains("complete -c aotrollout -n __fish_use_subcommand -a promote -d 'Skips what is left");
        assertThat(Shell.run("completion", "kubectl").out())
                .startsWith("#!/usr/bin/env bash")
                .contains("status) options='", "echo :4");
        assertThat(Shell.run("completion", "tcsh").code()).isEqualTo(2);
    }
}
