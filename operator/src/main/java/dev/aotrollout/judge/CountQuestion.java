package dev.aotrollout.judge;

import dev.aotrollout.statistics.Alternative;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Is one kind of request more frequent on AOT than {@code maxRatio} times its frequency on JIT?
 *
 * @param name of its own for each question, for {@link Recall}
 * @param events those requests
 * @param exposure the requests that could have been such
 * @param maxRatio largest tolerated ratio of the shares, AOT : JIT
 * @param alternatives as multiples of {@code maxRatio}
 * @param byRoute whether routes are asked one by one too, by {@link RouteTraffic#eventful()}
 */
record CountQuestion(
        String name,
        ToLongFunction<Counts> events,
        ToLongFunction<Counts> exposure,
        double maxRatio,
        List<Alternative> alternatives,
        boolean byRoute) {

    /** AOT is called no worse once the data rule out that it has such requests at least this much more often. */
    double worseRatio() {
        return Math.max(2, maxRatio);
    }

    double share(Counts counts) {
        var all = exposure.applyAsLong(counts);
        return all == 0 ? 0 : (double) events.applyAsLong(counts) / all;
    }
}
