package dev.aotrollout.oncall;

import dev.aotrollout.terminal.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Back to JIT, now. */
@Command(
        name = "abort",
        description = {
            "Brings all traffic back to JIT now, and keeps it there until retry.",
            "Sets the annotation aotrollout.dev/abort. With --wait it ends when weight 0 is served."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 written (with --wait: all traffic is on JIT), 1 not so in time, 2 the cluster cannot be asked, 4 not found, 5 forbidden.",
            "",
            "Example:",
            "  ${ROOT-COMMAND-NAME} abort checkout -n shop --why \"p99 doubled on /pay\" --wait"
        })
public final class AbortCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Output output = new Output();

    @Mixin
    private InstructionOptions options = new InstructionOptions();

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why, for whoever reads it later.")
    private String why = "";

    @Override
    public Integer call() throws InterruptedException {
        if (why.isBlank())
            throw new ParameterException(spec.commandLine(), "--why must say why: it is what others read at 3 a.m.");
        return options.carryOut(output, (commands, at) -> commands.abort(at, why.strip()));
    }
}
