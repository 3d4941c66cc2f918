package dev.aotrollout.examples.demo;

import dev.aotrollout.examples.demo.cluster.CannotRunException;
import dev.aotrollout.examples.demo.cluster.DemoException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** Where the scripts {@code run} and {@code measure-reaction} begin. */
public final class Main {
    static final int FAILED = 1;
    static final int CANNOT_RUN = 3;

    private static final int DEFAULT_COLUMNS = 120;
    /** Ending a cluster takes some time; it is better waited for than left behind. */
    private static final long UNWINDING_SECONDS = 180;

    private Main() {}

    /** The first argument is the name of the script. */
    public static void main(String[] args) {
        var finished = new CountDownLatch(1);
        var main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> unwind(main, finished), "unwind"));
        var exitCode = execute(List.of(args));
        finished.countDown();
        System.exit(exitCode);
    }

    private static int execute(List<String> words) {
        try {
            return commandLine(words, out()).execute(words.stream().skip(1).toArray(String[]::new));
        } catch (Error e) {
            // picocli leaves it to us, and threads of the client would keep this process up.
            System.err.println("Failed: " + e + "; was the jar rebuilt meanwhile?");
            return FAILED;
        }
    }

    /** On Ctrl-C or a signal, has the main thread end what it started. */
    private static void unwind(Thread main, CountDownLatch finished) {
        if (finished.getCount() == 0) {
            return;
        }
        System.err.println("Ending what was started");
        main.interrupt();
        try {
            if (!finished.await(UNWINDING_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Not everything ended within " + UNWINDING_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static CommandLine commandLine(List<String> args, PrintStream out) {
        var name = args.isEmpty() ? "" : args.getFirst();
        var command = switch (name) {
            case "run" -> new DemoCommand(out, columns(System.getenv().getOrDefault("COLUMNS", "")));
            case "measure-reaction" -> new MeasureReaction(out);
            default -> throw new IllegalArgumentException("'" + name + "' is neither run nor measure-reaction");
        };
        return new CommandLine(command)
                .setCommandName("examples/demo/" + name)
                .setExecutionExceptionHandler((thrown, line, _) -> explain(thrown, line));
    }

    private static int explain(Exception thrown, CommandLine command) {
        var err = command.getErr();
        switch (thrown) {
            case CannotRunException e -> err.println("Cannot run here: " + e.getMessage());
            case DemoException e -> {
                err.println("Failed: " + e.getMessage());
                for (var also : e.getSuppressed()) {
                    err.println("  also: " + also.getMessage());
                }
            }
            case InterruptedException e -> err.println("Interrupted");
            default -> thrown.printStackTrace(err);
        }
        return thrown instanceof CannotRunException ? CANNOT_RUN : FAILED;
    }

    static int columns(String text) {
        return text.matches("[1-9]\\d{1,3}") ? Integer.parseInt(text) : DEFAULT_COLUMNS;
    }

    private static PrintStream out() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }
}
