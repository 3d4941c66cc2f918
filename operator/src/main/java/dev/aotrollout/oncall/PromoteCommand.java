package dev.aotrollout.oncall;

import dev.aotrollout.terminal.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Skips ahead. */
@Command(
        name = "promote",
        description = {
            "Skips what is left of the current step: soak and evidence, not approvals and no safety rule.",
            "Sets the annotation aotrollout.dev/promote; the operator removes it when it has acted."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            InstructionOptions.EXIT_CODES,
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} promote checkout -n shop",
            "  ${ROOT-COMMAND-NAME} promote checkout -n shop --full --wait"
        })
public final class PromoteCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Mixin
    private InstructionOptions options = new InstructionOptions();

    @Option(names = "--full", description = "Skip soak and evidence of all steps that are left.")
    private boolean full;

    @Override
    public Integer call() throws InterruptedException {
        return options.carryOut(output, (commands, at) -> commands.promote(at, full));
    }
}
