package dev.aotrollout.examples.demo.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The operator, run as a process beside the cluster. */
public final class OperatorProcess implements AutoCloseable {
    private final Launch launch;
    private Process process;
    private boolean kept;

    /**
     * How it is started.
     *
     * @param log its output is appended here
     */
    public record Launch(List<String> command, Path kubeconfig, Path log) {
        public Launch {
            command = List.copyOf(command);
        }

        /** The jar of this checkout, with the Java that runs us. */
        public static Launch of(Project project, Path kubeconfig) {
            var java = Path.of(System.getProperty("java.home"), "bin", "java");
            return new Launch(
                    List.of(
                            java.toString(),
                            "-Xmx256m",
                            "-jar",
                            project.operatorJar().toString(),
                            "run",
                            "--health-port",
                            "0"),
                    kubeconfig,
                    project.target().resolve("operator.log"));
        }
    }

    private OperatorProcess(Launch launch) {
        this.launch = launch;
        this.process = begin(launch);
    }

    /** Starts it with a log that begins anew. */
    public static OperatorProcess start(Launch launch) {
        try {
            Files.deleteIfExists(launch.log());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot begin the log " + launch.log() + " anew", e);
        }
        return new OperatorProcess(launch);
    }

    /** Ends it as the kernel would, without a chance to tidy up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Starts it after {@link #kill}. */
    public void startAgain() {
        process = begin(launch);
    }

    /** Starts it unless it runs. */
    public void revive() {
        if (!process.isAlive()) {
            startAgain();
        }
    }

    /** Throws when it has ended by itself. */
    public void checkAlive() {
        if (!process.isAlive()) {
            throw new DemoException(
                    "the operator ended with exit code %d; %s says why".formatted(process.exitValue(), launch.log()));
        }
    }

    /** Leaves it running when this is closed; says how to end it. */
    public String keep() {
        kept = true;
        return "kill " + process.pid();
    }

    /** Where its output is. */
    public Path log() {
        return launch.log();
    }

    @Override
    public void close() {
        if (!kept) {
            Farewell.say(() -> Command.end(process));
        }
    }

    private static Process begin(Launch launch) {
        File log = launch.log().toFile();
        // A file and not a pipe: it must be able to outlive us when it is kept.
        var builder = new ProcessBuilder(launch.command())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("KUBECONFIG", launch.kubeconfig().toString());
        return Command.start(builder);
    }
}
