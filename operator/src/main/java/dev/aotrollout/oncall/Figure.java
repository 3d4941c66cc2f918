package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import dev.aotrollout.judge.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers of findings as people read them. */
final class Figure {
    /** Of these, people think in percent more or less. */
    private static final Set<String> AS_CHANGE = Set.of("memory", "startup", "cpu");

    private Figure() {}

    /** Such as {@code 0.9x [0.4, 2.1]}, {@code -54 % [-57, -51]} or {@code 0.2 %}; empty where nothing was measured. */
    static String value(FindingStatus finding) {
        var ratio = finding.ratio();
        if (ratio == null) return finding.aot() == null ? "" : amount(finding.unit(), finding.aot());
        return ratio(finding, ratio) + interval(finding);
    }

    private static String interval(FindingStatus finding) {
        var low = finding.ratioLow();
        var high = finding.ratioHigh();
        if (low == null || low.equals(high)) return "";
        var to = high == null ? "…" : bound(finding, high);
        return " [%s, %s]".formatted(bound(finding, low), to);
    }

    private static String ratio(FindingStatus finding, double ratio) {
        return isChange(finding) ? signed(ratio) + " %" : Text.times(ratio) + "x";
    }

    private static String bound(FindingStatus finding, double ratio) {
        return isChange(finding) ? signed(ratio) : Text.times(ratio);
    }

    private static boolean isChange(FindingStatus finding) {
        return AS_CHANGE.contains(finding.guard());
    }

    /** The largest that passes; empty where there is none. */
    static String limit(FindingStatus finding) {
        var limit = finding.limit();
        if (limit == null) return "";
        return finding.ratio() == null ? amount(finding.unit(), limit) : ratio(finding, limit);
    }

    private static String signed(double ratio) {
        var change = Math.round((ratio - 1) * 100);
        return change > 0 ? "+" + change : "" + change;
    }

    static String amount(@Nullable String unit, double value) {
        return switch (unit == null ? "" : unit) {
            case "ratio" -> Text.percentOf(value);
            case "percent" -> Text.percent(value);
            case "bytes" -> Text.mebibytes(value);
            case "seconds" -> value < 0.1 ? Text.trimmed(value * 1000) + " ms" : Text.seconds(value);
            case "hours" -> Text.trimmed(value) + " h";
            case "burn rate" -> Text.trimmed(value) + "x";
            default -> Text.trimmed(value);
        };
    }
}
