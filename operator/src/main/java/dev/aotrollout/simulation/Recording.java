package dev.aotrollout.simulation;

import java.time.Duration;
import java.util.List;

/**
 * Recorded measurements of both tracks, whose rates a simulated world follows: how many requests there are, which share of them
 * fails or is slow on each track, what memory a pod uses and what processor time a request costs. How many of the requests reach AOT
 * is up to the rollout in the simulation, not to the recording.
 */
public final class Recording {
    private static final double MEBI = 1024.0 * 1024;

    /** Why a recording cannot be used; the message names the place and the remedy. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    /**
     * What was measured from the row before until {@code second}.
     *
     * @param second since the recording began
     */
    record Row(long second, Measured jit, Measured aot) {}

    /**
     * One track. A negative number was not recorded.
     *
     * @param requests in that time; {@code errors} and {@code slow} are of them
     * @param memoryBytes mean of its pods
     * @param cpuSeconds of all its pods in that time
     */
    record Measured(double requests, double errors, double slow, double memoryBytes, double cpuSeconds) {
        static final double ABSENT = -1;
    }

    private final List<Row> rows;

    Recording(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * From CSV text. The first line names the columns: {@code seconds} (since the recording began, ascending), {@code jit_requests}
     * and {@code aot_requests} are needed; {@code jit_errors}, {@code jit_slow}, {@code jit_memory_mib}, {@code jit_cpu_seconds} and
     * the same with {@code aot_} may be there, and a cell of these may be empty. Counts are of the time since the row before.
     */
    public static Recording csv(String text) {
        return new Recording(RecordedCsv.rows(text));
    }

    /**
     * From answers of Prometheus' {@code query_range}, one JSON object {@code {"requests": answer, "errors": answer, …}} with
     * {@code requests} and, where there are, {@code errors}, {@code slow}, {@code cpu_seconds}, each a rate per second, and
     * {@code memory_bytes}, the mean of a pod.
     *
     * @param trackLabel the label of a series that says {@code jit} or {@code aot}
     */
    public static Recording prometheus(String json, String trackLabel) {
        return new Recording(new RecordedRange(trackLabel).rows(json));
    }

    /** Lets a world follow this recording, until it ends or the rollout is over. */
    public Scenario scenario() {
        return new Scenario(
                "recording",
                "follows %s measurements over %s s"
                        .formatted(rows.size(), rows.getLast().second()),
                this::play);
    }

    private void play(World world) {
        var all = rows.stream()
                .mapToDouble(row -> row.jit().requests() + row.aot().requests())
                .sum();
        world.cluster().usualRequestsPerSecond = all / rows.getLast().second();
        var before = 0L;
        for (var row : rows) {
            var seconds = row.second() - before;
            before = row.second();
            world.rps((row.jit().requests() + row.aot().requests()) / seconds)
                    .jit(build -> follow(build, row.jit()))
                    .aot(build -> follow(build, row.aot()))
                    .runFor(Duration.ofSeconds(seconds));
        }
        world.then("the recording ends", _ -> {});
    }

    /** What was not recorded stays as it is. */
    private static void follow(Build build, Measured measured) {
        if (measured.memoryBytes() > 0) build.memory(measured.memoryBytes() / MEBI);
        if (measured.requests() <= 0) return;
        if (measured.errors() >= 0) build.errors(measured.errors() / measured.requests());
        if (measured.slow() >= 0) build.slow(measured.slow() / measured.requests());
        if (measured.cpuSeconds() > 0) build.cpu(measured.cpuSeconds() / measured.requests());
    }
}
