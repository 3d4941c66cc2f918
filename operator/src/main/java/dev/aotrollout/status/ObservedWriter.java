package dev.aotrollout.status;

import dev.aotrollout.api.ObservedStatus;
import dev.aotrollout.api.ObservedStatus.BudgetStatus;
import dev.aotrollout.api.ObservedStatus.RoutesStatus;
import dev.aotrollout.api.ObservedStatus.TrackStatus;
import dev.aotrollout.decision.Observation;
import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Reading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** From an observation to what a status keeps of it. */
final class ObservedWriter {
    /** Never rounded up, so that what was below a limit is so in the status too. */
    private static final MathContext DIGITS = new MathContext(5, RoundingMode.FLOOR);

    private ObservedWriter() {}

    static ObservedStatus write(Observation seen) {
        var route = seen.route();
        return new ObservedStatus(
                track(seen.jit()),
                track(seen.aot()),
                new RoutesStatus(route.weight(), route.lowestWeight(), route.accepted()),
                seen.evidence().budget() instanceof Reading.Known<Budget>(var budget, var _) ? budget(budget) : null);
    }

    private static @Nullable TrackStatus track(TrackFacts facts) {
        if (!facts.exists()) return null;
        var revision = facts.revision().isEmpty() ? null : facts.revision();
        return new TrackStatus(facts.desired(), facts.ready(), facts.rolledOut(), revision);
    }

    private static BudgetStatus budget(Budget budget) {
        return new BudgetStatus(rounded(budget.remainingPercent()), rounded(budget.allowedErrors()));
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : 0;
    }
}
