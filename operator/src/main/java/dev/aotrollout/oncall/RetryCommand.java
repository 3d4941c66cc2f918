package dev.aotrollout.oncall;

import dev.aotrollout.terminal.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A rolled-back plan starts again. */
@Command(
        name = "retry",
        description = {
            "Starts a rolled-back or aborted rollout again from its first step, with the same build.",
            "Sets the annotation aotrollout.dev/retry to a new value and removes aotrollout.dev/abort."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            InstructionOptions.EXIT_CODES,
            "",
            "Example:",
            "  ${ROOT-COMMAND-NAME} retry checkout -n shop --wait"
        })
public final class RetryCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Mixin
    private InstructionOptions options = new InstructionOptions();

    @Override
    public Integer call() throws InterruptedException {
        return options.carryOut(output, Instructions::retry);
    }
}
