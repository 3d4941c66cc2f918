package dev.aotrollout.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The outcomes of one contestant over all rollouts of a row. */
final class Tally {
    private final Subject subject;
    private final List<Integer> seconds = new ArrayList<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int other;
    private int all;

    Tally(Subject subject) {
        this.subject = subject;
    }

    void add(Outcome outcome) {
        all++;
        if (!outcome.rolledBack()) return;
        reasons.merge(outcome.why(), 1, Integer::sum);
        if (outcome.seconds() > 0 && subject.isNamedBy(outcome.why())) seconds.add(outcome.seconds());
        else other++;
    }

    /** Rolled back after the onset for what is wrong. */
    Proportion caught() {
        return new Proportion(seconds.size(), all);
    }

    /** Rolled back before the onset, or for something that is not wrong. */
    Proportion mistaken() {
        return new Proportion(other, all);
    }

    /** Median time to the rollback over all rollouts, in seconds; -1 where fewer than half were caught. */
    int median() {
        var sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        var middle = (all - 1) / 2;
        return middle < sorted.size() ? sorted.get(middle) : -1;
    }

    Map<String, Integer> reasons() {
        return Collections.unmodifiableMap(reasons);
    }
}
