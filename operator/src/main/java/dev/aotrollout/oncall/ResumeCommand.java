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
        footer = {
            "",
            "Exit codes: 0 written (with --wait: and acted on), 1 not acted on in time, 2 the cluster cannot be asked, 4 not found, 5 forbidden, 6 makes no sense now.",
            "",
            "Example:",
            "  ${ROOT-COMMAND-NAME} resume checkout -n shop"
        })
public final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Mixin
    private InstructionOptions options = new InstructionOptions();

    @Override
    public Integer call() throws InterruptedException {
        return options.carryOut(output, commands -> at -> commands.resume(at));
    }
}
