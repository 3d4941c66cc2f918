package dev.aotrollout.observe;

import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is left of a budget, by the recording rules of a tool that keeps it. */
final class BudgetSource {
    private BudgetSource() {}

    /** {@code counted} with the remainder that the recording rules give, where one is asked. */
    static Reading<Budget> remaining(
            MetricSource source, BudgetQuestion question, Reading<Budget> counted, Instant now) {
        if (!(counted instanceof Reading.Known<Budget>(var budget, var _))) return counted;
        var wrong = PromQl.wrongLabel(question.selector().keySet());
        if (wrong.isPresent() && question.source() != BudgetQuestion.Source.QUERY)
            return new Reading.Missing<>("errorBudget.selector: " + wrong.get());
        var matchers = matchers(question.selector());
        return switch (question.source()) {
            case QUERY -> counted;
            case SLOTH -> read(source, "slo:period_error_budget_remaining:ratio" + matchers, budget, now);
            // The rules exist with Pyrra's option --generic-rules.
            case PYRRA ->
                read(
                        source,
                        "(pyrra_availability%1$s - pyrra_objective%1$s) / (1 - pyrra_objective%1$s)"
                                .formatted(matchers),
                        budget,
                        now);
        };
    }

    private static String matchers(Map<String, String> selector) {
        return new TreeMap<>(selector)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + PromQl.quoted(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static Reading<Budget> read(MetricSource source, String promql, Budget budget, Instant now) {
        return switch (source.query(promql, now)) {
            case Unavailable(var why, var _) -> new Reading.Missing<>(why);
            case Series(var all) -> one(promql, all, budget, now);
        };
    }

    private static Reading<Budget> one(String promql, List<TimeSeries> all, Budget budget, Instant now) {
        if (all.size() != 1)
            return new Reading.Missing<>(
                    "%s gives %s series instead of one: check errorBudget.selector".formatted(promql, all.size()));
        var ratio = all.getFirst().samples().stream().mapToDouble(Sample::value).sum();
        return Double.isFinite(ratio)
                ? new Reading.Known<>(new Budget(budget.allowedErrors(), 100 * ratio), now)
                : new Reading.Missing<>("%s gives %s: the recording rule sees no requests".formatted(promql, ratio));
    }
}
