package dev.aotrollout.judge;

import dev.aotrollout.statistics.Interval;
import java.util.Locale;

/**
 * Numbers as people read them, with their unit, the same in every locale. Elsewhere in messages {@code %s} takes whole numbers:
 * {@code %d} writes the digits of the process' locale.
 */
public final class Text {
    private static final double MEBI = 1024.0 * 1024;

    private Text() {}

    /** A count with thousands separated: {@code 12,345}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A ratio of 0 to 1 as percent with three significant digits at most: {@code 0.12 %}. */
    public static String percentOf(double ratio) {
        return percent(ratio * 100);
    }

    /** A number of percent: {@code 12.3 %}. */
    public static String percent(double percent) {
        return trimmed(percent) + " %";
    }

    /** A number with as many decimals as matter, none trailing: {@code 11}, {@code 1.25}, {@code 0.004}. */
    public static String trimmed(double value) {
        var size = Math.abs(value);
        var decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 || size == 0 ? 2 : 3;
        var text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** Bytes in MiB: {@code 61.5 MiB}. */
    public static String mebibytes(double bytes) {
        return trimmed(bytes / MEBI) + " MiB";
    }

    /** Seconds: {@code 1.4 s}. */
    public static String seconds(double seconds) {
        return trimmed(seconds) + " s";
    }

    /** A ratio with its interval: {@code 11x [4.5, 20.9]}. */
    public static String ratio(Interval ratio) {
        return "%sx [%s, %s]".formatted(trimmed(ratio.estimate()), trimmed(ratio.low()), trimmed(ratio.high()));
    }

    /** A ratio below or above 1 as a change with its interval: {@code -54 % [-57, -51]}. */
    public static String change(Interval ratio) {
        return "%s %% [%s, %s]".formatted(signed(ratio.estimate()), signed(ratio.low()), signed(ratio.high()));
    }

    /** A ratio below or above 1 as a change in percent, without its unit: {@code -54}. */
    static String signed(double ratio) {
        return String.format(Locale.ROOT, "%+.0f", (ratio - 1) * 100);
    }
}
