package dev.aotrollout.governance;

import dev.aotrollout.governance.Assessment.Verdict;
import dev.aotrollout.judge.Reason;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    static Scorecard of(Rubric rubric, List<Check> checks) {
        var answers = new EnumMap<CriterionName, Answer>(CriterionName.class);
        criteria(checks).forEach(criterion -> answers.put(criterion.name(), criterion.answer()));
        var lines = rubric.criteria().stream()
                .map(weighed -> line(weighed, answers.getOrDefault(weighed.criterion(), Answer.UNKNOWN)))
                .toList();
        return new Scorecard(rubric.name(), percent(lines, false), rubric.minimumScore(), lines);
    }

    private static Line line(Rubric.Weighed weighed, Answer answer) {
        var points = answer == Answer.PASSED ? weighed.weight() : 0;
        return new Line(weighed.criterion(), weighed.weight(), points, weighed.hardStop(), answer);
    }

    private static int percent(List<Line> lines, boolean inItsTurn) {
        var all = lines.stream().mapToInt(Line::weight).sum();
        var reached = lines.stream()
                .mapToInt(line -> inItsTurn && line.criterion() == CriterionName.WAVE ? line.weight() : line.points())
                .sum();
        return all == 0 ? 0 : 100 * reached / all;
    }

    /** Whether the score would be too low even in its turn: whether it is its turn is the wave rule's question. */
    Optional<Verdict> tooLow() {
        if (rubric.isEmpty() || percent(lines, true) >= minimum) return Optional.empty();
        var lost = lines.stream()
                .filter(line -> line.points() < line.weight())
                .map(line -> "%s (%s)".formatted(line.criterion().label(), line.weight()))
                .toList();
        return Optional.of(new Verdict(
                Answer.FAILED,
                Reason.ScoreTooLow,
                "score %s of rubric %s, at least %s; not passed: %s"
                        .formatted(score, rubric, minimum, String.join(", ", lost))));
    }

    /** What refuses the service whatever its score, as far as {@code counted} checks ask it. */
    List<Verdict> hardStops(Set<CheckName> counted, List<Check> checks) {
        return lines.stream()
                .filter(line -> line.hardStop() && line.answer() != Answer.PASSED)
                .filter(line -> counted.contains(line.criterion().check()))
                .map(line -> new Verdict(
                        line.answer(),
                        Reason.HardStop,
                        "%s is a hard stop of rubric %s: %s"
                                .formatted(line.criterion().label(), rubric, evidence(line, checks))))
                .toList();
    }

    private static String evidence(Line line, List<Check> checks) {
        return criteria(checks)
                .filter(criterion -> criterion.name() == line.criterion())
                .map(Criterion::evidence)
                .findFirst()
                .orElse("not asked");
    }

    private static Stream<Criterion> criteria(List<Check> checks) {
        return checks.stream().flatMap(check -> check.criteria().stream());
    }

    /** The score against the minimum. */
    String sentence() {
        return rubric.isEmpty()
                ? "all passed"
                : "score %s of rubric %s, at least %s; no hard stop in the way".formatted(score, rubric, minimum);
    }
}
