package dev.aotrollout.judge;

import dev.aotrollout.statistics.Interval;
import java.util.OptionalDouble;

/**
 * Is a value of the user's own within its limits? A rule on a number: what the query smooths and over which time is the user's
 * choice.
 *
 * @param name of the query in {@link Metrics#custom()}
 * @param max largest tolerated value of AOT, in the query's own unit
 * @param maxRatio largest tolerated ratio of the values, AOT : JIT
 */
public record CustomGuard(Mode mode, String name, OptionalDouble max, OptionalDouble maxRatio) implements Guard {
    private static final Reading<CustomValue> NOT_ASKED = new Reading.Missing<>("the query was not answered yet", true);

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return switch (evidence.metrics().custom().getOrDefault(name, NOT_ASKED)) {
            case Reading.Missing<CustomValue>(var why, var _) ->
                finding(Verdict.UNKNOWN, Reason.NoData, why, Figures.NONE);
            case Reading.Known<CustomValue>(var value, var _) -> hold(value);
        };
    }

    private Finding hold(CustomValue value) {
        if (!Double.isFinite(value.aot()))
            return finding(Verdict.UNKNOWN, Reason.NoData, "the query gives " + value.aot() + " for AOT", Figures.NONE);
        if (max.isPresent() && value.aot() > max.getAsDouble())
            return finding(
                    Verdict.FAIL,
                    Reason.CustomExceeded,
                    "AOT " + Text.trimmed(value.aot()) + ", limit " + Text.trimmed(max.getAsDouble()),
                    new Figures.Measured("", value.aot(), max.getAsDouble(), 1));
        return maxRatio.isPresent() ? compare(value, maxRatio.getAsDouble()) : within(value);
    }

    private Finding compare(CustomValue value, double largest) {
        var jit = value.jit().orElse(Double.NaN);
        if (!Double.isFinite(jit))
            return finding(Verdict.UNKNOWN, Reason.NoData, "the query gives no value for JIT", Figures.NONE);
        if (jit <= 0)
            return value.aot() <= jit
                    ? within(value)
                    : finding(
                            Verdict.UNKNOWN,
                            Reason.NoData,
                            "AOT " + Text.trimmed(value.aot()) + ", JIT " + Text.trimmed(jit)
                                    + ", which is no base for a ratio; set max",
                            Figures.NONE);
        var ratio = value.aot() / jit;
        var numbers = "AOT " + Text.trimmed(value.aot()) + ", JIT " + Text.trimmed(jit) + ", " + Text.trimmed(ratio)
                + "x, limit " + Text.trimmed(largest) + "x";
        var figures = new Figures.Compared("", jit, value.aot(), new Interval(ratio, ratio, ratio), largest, 1);
        return ratio > largest
                ? finding(Verdict.FAIL, Reason.CustomExceeded, numbers, figures)
                : finding(Verdict.PASS, Reason.CustomHealthy, numbers, figures);
    }

    private Finding within(CustomValue value) {
        var limit = max.isPresent() ? ", limit " + Text.trimmed(max.getAsDouble()) : "";
        return finding(
                Verdict.PASS,
                Reason.CustomHealthy,
                "AOT " + Text.trimmed(value.aot()) + limit,
                new Figures.Measured("", value.aot(), max.orElse(value.aot()), 1));
    }

    private Finding finding(Verdict verdict, Reason reason, String message, Figures figures) {
        return new Finding(GuardName.CUSTOM, mode, verdict, reason, name + ": " + message, figures);
    }
}
