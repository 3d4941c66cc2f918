package dev.aotrollout.governance;

import java.util.List;

/**
 * The table of a rubric with what one service reaches in it.
 *
 * @param rubric its name; empty where none is named or it does not exist
 * @param score percent of all weights that passed, rounded down, 0 to 100
 * @param minimum the score that must be reached, 0 to 100
 * @param lines one a criterion, in the order of the rubric
 */
public record Scorecard(String rubric, int score, int minimum, List<Line> lines) {
    /** No rubric, no score. */
    public static final Scorecard NONE = new Scorecard("", 0, 0, List.of());

    /**
     * One criterion of the rubric.
     *
     * @param weight 0 to 100
     * @param points the weight where it passed, else 0
     */
    public record Line(CriterionName criterion, int weight, int points, boolean hardStop, Answer answer) {}

    public Scorecard {
        lines = List.copyOf(lines);
    }
}
