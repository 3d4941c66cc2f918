package dev.aotrollout.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How often the judge rolls back a healthy rollout, and how many bad ones it catches, beside two peers in the same worlds. */
@Command(
        name = "monte-carlo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "How often the judge rolls back a healthy rollout, and how many bad ones it catches and when,",
            "beside fixed thresholds and Kayenta's judge in the same worlds.",
            "Prints Markdown tables; progress goes to the standard error. docs/benchmarks.md explains the worlds."
        })
final class MonteCarlo implements Callable<Integer> {
    /** Of fewer rollouts only the result is told. */
    private static final int LONG_RUN = 1_000;

    @Option(
            names = "--rollouts",
            defaultValue = "10000",
            description = "Healthy rollouts; a 25th of them for each bad world. Default: ${DEFAULT-VALUE}")
    private int rollouts;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed, the same rollouts. Default: 1")
    private long seed;

    @Option(names = "--only", defaultValue = "", description = "Only sections whose title contains this word")
    private String only;

    @Option(names = "--json", description = "Also write the figures to this file")
    private Path json;

    public static void main(String[] arguments) {
        // The client library tells at debug level of each manifest that it reads.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        System.exit(new CommandLine(new MonteCarlo()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        var report = new Report();
        for (var section : Section.ALL)
            if (section.title().toLowerCase(Locale.ROOT).contains(only.toLowerCase(Locale.ROOT))) run(section, report);
        System.out.print(report.markdown());
        if (json != null) Files.writeString(json, report.json());
        return CommandLine.ExitCode.OK;
    }

    private void run(Section section, Report report) {
        report.begin(section);
        for (var i = 0; i < section.rows().size(); i++) {
            var row = section.rows().get(i);
            var count = section.rollouts(i, rollouts);
            var began = System.nanoTime();
            var result = Result.of(row, count, seed, counter(row, count));
            report.add(section, result);
            System.err.printf(
                    Locale.ROOT,
                    "%-90s %6.1f s  ours %s | threshold %s | Kayenta %s%n",
                    row.world(),
                    (System.nanoTime() - began) / 1e9,
                    result.ours().caught().text(),
                    result.threshold().caught().text(),
                    result.kayenta().caught().text());
        }
    }

    private static Consumer<Trial> counter(Row row, int all) {
        var finished = new AtomicInteger();
        var rolledBack = new AtomicInteger();
        var each = Math.max(1, all / 20);
        return trial -> {
            if (trial.ours().rolledBack()) rolledBack.incrementAndGet();
            var count = finished.incrementAndGet();
            if (all >= LONG_RUN && count % each == 0)
                System.err.printf(
                        Locale.ROOT, "%s of %s, %s rolled back by us: %s%n", count, all, rolledBack.get(), row.world());
        };
    }
}
