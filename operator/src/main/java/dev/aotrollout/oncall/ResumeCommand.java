package dev.aotrollout.oncall;

import dev.aotrollout.terminal.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** It goes on. */
@Command(
        name = "resume",
        description = {
            "Lets a paused rollout go on.",
            "Removes the annotation aotrollout.dev/pause; spec.paused in the manifest is not touched."
        },
        mixinStandardHelpOptions = true,
        footer = {"", InstructionOptions.EXIT_CODES, "", "Example:", "  ${ROOT-COMMAND-NAME} resume checkout -n shop"})
public final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Mixin
    private InstructionOptions options = new InstructionOptions();

    @Override
    public Integer call() throws InterruptedException {
        return options.carryOut(output, Instructions::resume);
    }
}
