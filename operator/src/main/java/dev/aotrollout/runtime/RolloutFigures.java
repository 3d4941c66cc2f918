package dev.aotrollout.runtime;

import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.BudgetGuard;
import dev.aotrollout.judge.Figures;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import dev.aotrollout.telemetry.RolloutView;
import dev.aotrollout.telemetry.RolloutView.GuardView;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** From one look at a rollout to the figures of its metrics. */
final class RolloutFigures {
    private static final double PERCENT = 100;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final Duration RECENT = Duration.ofSeconds(60);

    private RolloutFigures() {}

    static RolloutView of(String namespace, String name, String phase, Outlook outlook) {
        var after = outlook.after();
        var guards = outlook.seen().findings().stream()
                .map(finding -> view(finding, outlook))
                .toList();
        return new RolloutView(
                namespace,
                name,
                phase,
                after.step() + 1,
                after.weight() / PERCENT,
                served(outlook),
                guards,
                remaining(outlook),
                spent(outlook) / PERCENT);
    }

    private static OptionalDouble served(Outlook outlook) {
        if (outlook.seen().evidence().traffic() instanceof Reading.Known<Traffic>(var traffic, var _)) {
            var recent = traffic.since(outlook.seen().now().minus(RECENT));
            if (recent.requests() > 0) return OptionalDouble.of(recent.aotShare());
        }
        var route = outlook.seen().route();
        return route.accepted() ? OptionalDouble.of(route.weight() / PERCENT) : OptionalDouble.empty();
    }

    private static GuardView view(Finding finding, Outlook outlook) {
        var verdict = finding.verdict().name().toLowerCase(Locale.ROOT);
        var label = label(finding, outlook);
        return switch (finding.figures()) {
            case Figures.None() -> new GuardView(label, verdict, OptionalDouble.empty(), OptionalDouble.empty());
            case Figures.Compared compared ->
                new GuardView(label, verdict, number(compared.ratio().estimate(), 1), number(compared.limit(), 1));
            case Figures.Measured measured ->
                new GuardView(
                        label,
                        verdict,
                        number(measured.value(), perUnit(measured.unit())),
                        number(measured.limit(), perUnit(measured.unit())));
        };
    }

    /** Guards of the user's own are told apart by their names, which their messages begin with. */
    private static String label(Finding finding, Outlook outlook) {
        if (finding.guard() != GuardName.CUSTOM) return finding.guard().label();
        return outlook.seen().evidence().metrics().custom().keySet().stream()
                .filter(name -> finding.message().startsWith(name + ": "))
                .findFirst()
                .map(name -> GuardName.CUSTOM.label() + "/" + name)
                .orElseGet(GuardName.CUSTOM::label);
    }

    private static double perUnit(String unit) {
        return switch (unit) {
            case "percent" -> 1 / PERCENT;
            case "hours" -> SECONDS_PER_HOUR;
            default -> 1;
        };
    }

    /** A ratio to nothing is no number. */
    private static OptionalDouble number(double value, double factor) {
        return Double.isFinite(value) ? OptionalDouble.of(value * factor) : OptionalDouble.empty();
    }

    private static OptionalDouble remaining(Outlook outlook) {
        return outlook.seen().evidence().budget() instanceof Reading.Known<Budget>(var budget, var _)
                ? OptionalDouble.of(budget.remainingPercent() / PERCENT)
                : OptionalDouble.empty();
    }

    private static double spent(Outlook outlook) {
        var before = outlook.after().spentPercent();
        var evidence = outlook.seen().evidence();
        return outlook.before().step() == outlook.after().step()
                        && evidence.traffic() instanceof Reading.Known<Traffic>(var traffic, var _)
                        && evidence.budget() instanceof Reading.Known<Budget>(var budget, var _)
                ? before + BudgetGuard.spentPercent(traffic, budget)
                : before;
    }

    /** How long it took; only in the pass in which weight 0 is first seen served after a guard failed. */
    static Optional<Duration> backAfter(Outlook outlook) {
        var after = outlook.after();
        var newlyBack = after.isBack() && !outlook.before().isBack();
        var byGuard = after.outcome() == Outcome.ROLLED_BACK && isOfGuard(after);
        if (!newlyBack || !byGuard) return Optional.empty();
        var took = Duration.between(after.ending().at(), after.clock().zeroServed());
        return took.isNegative() ? Optional.empty() : Optional.of(took);
    }

    private static boolean isOfGuard(RolloutState state) {
        return switch (state.ending().reason()) {
            case ErrorsRegressed,
                    LatencyRegressed,
                    BudgetFastBurn,
                    BudgetStepOverspent,
                    BudgetRolloutOverspent,
                    MemoryRegressed,
                    NearMemoryLimit,
                    LeakFound,
                    StartupRegressed,
                    CpuRegressed,
                    OomKilled,
                    CrashLooping,
                    Restarted,
                    AotOnlyException,
                    CustomExceeded,
                    InstrumentationTrimmed,
                    WrongBuild,
                    AotUnavailable -> true;
            default -> false;
        };
    }
}
