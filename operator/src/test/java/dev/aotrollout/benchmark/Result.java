package dev.aotrollout.benchmark;

import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A line of a table with its numbers.
 *
 * @param stopped rolled back or, at the end, held by us
 * @param passes of the guard that the row asks for
 */
record Result(Row row, Tally ours, Tally threshold, Tally kayenta, Proportion stopped, Proportion passes) {
    /** Rollouts run on all processors; each has its own random stream, so their order does not matter. {@code progress} is told of each. */
    static Result of(Row row, int rollouts, long seed, Consumer<Trial> progress) {
        var trials = IntStream.range(0, rollouts)
                .parallel()
                .mapToObj(index -> {
                    var chance = new Chance(seed ^ row.world().hashCode(), index);
                    var trial = Trial.run(row.scene().apply(chance), chance, row.guards(), row.everySeconds());
                    progress.accept(trial);
                    return trial;
                })
                .toList();
        var ours = new Tally(row.subject());
        var threshold = new Tally(row.subject());
        var kayenta = new Tally(row.subject());
        trials.forEach(trial -> {
            ours.add(trial.ours());
            threshold.add(trial.threshold());
            kayenta.add(trial.kayenta());
        });
        var passes = row.passOf()
                .map(guard -> (int) trials.stream().filter(t -> t.passes(guard)).count())
                .orElse(0);
        var stopped =
                (int) trials.stream().filter(t -> t.isStopped(row.subject())).count();
        return new Result(
                row, ours, threshold, kayenta, new Proportion(stopped, rollouts), new Proportion(passes, rollouts));
    }
}
