package dev.aotrollout.observe;

import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was left of the error budget at an instant of the past.
 *
 * @param queries that were sent for it, with the last instant each was evaluated at
 */
public record PastBudget(Reading<Budget> budget, Map<String, Instant> queries) {
    /** Nobody asked yet. */
    public static final PastBudget UNASKED =
            new PastBudget(new Reading.Missing<>("Prometheus was not asked"), Map.of());

    /** A look back over 30 days takes a few rounds. */
    private static final int MOST_ROUNDS = 10;

    public PastBudget {
        queries = Map.copyOf(queries);
    }

    /** Blocks for as long as the queries take. */
    public static PastBudget at(MetricSource source, MetricsRequest request, Instant at, InstantSource time) {
        var sent = new LinkedHashMap<String, Instant>();
        MetricSource noting = (promql, when) -> {
            sent.merge(promql, when, (one, other) -> one.isAfter(other) ? one : other);
            return source.query(promql, when);
        };
        var reader = new BudgetReader(time);
        Reading<Budget> latest = reader.read(noting, request, at, Instant.MAX);
        for (var round = 1; round < MOST_ROUNDS && isPending(latest); round++)
            latest = reader.read(noting, request, at, Instant.MAX);
        return new PastBudget(latest, sent);
    }

    /** Percent that was left; empty where that is not known. */
    public OptionalDouble remainingPercent() {
        return budget instanceof Reading.Known<Budget>(var known, var _)
                ? OptionalDouble.of(known.remainingPercent())
                : OptionalDouble.empty();
    }

    /** Why it is not known; empty where it is. */
    public Optional<String> trouble() {
        return budget instanceof Reading.Missing<Budget>(var why, var _) ? Optional.of(why) : Optional.empty();
    }

    private static boolean isPending(Reading<Budget> reading) {
        return reading instanceof Reading.Missing<Budget>(var _, var pending) && pending;
    }
}
