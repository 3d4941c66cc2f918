package dev.aotrollout.oncall;

import dev.aotrollout.terminal.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Nothing advances until somebody says so. */
@Command(
        name = "pause",
        description = {
            "Keeps a rollout from advancing; a regression still rolls back.",
            "Sets the annotation aotrollout.dev/pause."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            InstructionOptions.EXIT_CODES,
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} pause checkout -n shop",
            "  ${ROOT-COMMAND-NAME} pause checkout -n shop --why \"sale until noon\" --wait"
        })
public final class PauseCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Mixin
    private InstructionOptions options = new InstructionOptions();

    @Option(names = "--why", paramLabel = "TEXT", description = "Why, for whoever reads it later.")
    private String why = "";

    @Override
    public Integer call() throws InterruptedException {
        return options.carryOut(output, (commands, at) -> commands.pause(at, why));
    }
}
