package dev.aotrollout.judge;

import java.util.Optional;

/**
 * By how much more than chance the pods of JIT, which all run the same build, differ among themselves: a negative control. Where
 * events come in bursts of single pods, each counts for less.
 */
final class Overdispersion {
    private Overdispersion() {}

    /** At least 1, of few values, so that it rarely changes. */
    static double factor(CountQuestion question, Traffic traffic, Recall recall) {
        return 1;
    }

    /** What a reader should know of it. */
    static Optional<String> remark(CountQuestion question, Traffic traffic, Recall recall) {
        var factor = factor(question, traffic, recall);
        return factor > 1
                ? Optional.of("JIT pods differ among themselves " + Text.trimmed(factor)
                        + " times as much as by chance, so each event counts for less")
                : Optional.empty();
    }
}
