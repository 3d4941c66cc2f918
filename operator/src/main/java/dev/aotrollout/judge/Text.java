package dev.aotrollout.judge;

import dev.aotrollout.statistics.Interval;
import java.util.Locale;

/**
 * Numbers as people read them, with their unit, the same in every locale. Elsewhere in messages {@code %s} takes whole numbers:
 * {@code %d} writes the digits of the process' locale.
 */
public final class Text {
    private static final double MEBI = 1024.0 * 1024;
    private static final long LARGEST_RATIO = 1_000;
    private static final double[] POWERS = {1, 10, 100, 1000};
    /** Closer than this to the middle between two decimals, only the exact digits tell which way to round. */
    private static final double TIE = 1e-6;
    /** Up to here a whole number of last decimals is exact. */
    private static final double LARGEST = 1e9;

    private Text() {}

    /** A count with thousands separated: {@code 12,345}. */
    public static String count(long value) {
        if (value < 0) return String.format(Locale.ROOT, "%,d", value);
        var digits = Long.toString(value);
        if (digits.length() <= 3) return digits;
        var text = new StringBuilder(digits.length() + digits.length() / 3);
        for (var i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) text.append(',');
            text.append(digits.charAt(i));
        }
        return text.toString();
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
        var text = decimal(value, decimals);
        if (text.indexOf('.') < 0) return text;
        var end = text.length();
        while (text.charAt(end - 1) == '0') end--;
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** What {@code %.<decimals>f} writes, without its cost: messages are written at every look. */
    private static String decimal(double value, int decimals) {
        var scaled = Math.abs(value) * POWERS[decimals];
        var whole = Math.floor(scaled);
        var rest = scaled - whole;
        if (!(scaled < LARGEST) || Math.abs(rest - 0.5) < TIE) return format(value, decimals);
        var rounded = (long) whole + (rest > 0.5 ? 1 : 0);
        var digits = Long.toString(rounded);
        if (decimals > 0) {
            digits = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
            var point = digits.length() - decimals;
            digits = digits.substring(0, point) + '.' + digits.substring(point);
        }
        // Of nearly nothing too: -0 says on which side it is.
        return value < 0 || 1 / value < 0 ? "-" + digits : digits;
    }

    private static String format(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Bytes in MiB: {@code 61.5 MiB}. */
    public static String mebibytes(double bytes) {
        return trimmed(bytes / MEBI) + " MiB";
    }

    /** Seconds: {@code 1.4 s}. */
    public static String seconds(double seconds) {
        return trimmed(seconds) + " s";
    }

    /** A span of time as people say it: {@code 40 s}, {@code 6 min}, {@code 3.5 h}, {@code 2 d}. */
    public static String span(double seconds) {
        if (seconds < 90) return Math.round(seconds) + " s";
        if (seconds < 90 * 60) return Math.round(seconds / 60) + " min";
        return seconds < 48 * 3600 ? trimmed(seconds / 3600) + " h" : trimmed(seconds / 86_400) + " d";
    }

    /** A ratio with its interval: {@code 11x [4.5, 20.9]}; beyond 1,000 the number only tells how little is known. */
    public static String ratio(Interval ratio) {
        return times(ratio.estimate()) + "x [" + times(ratio.low()) + ", " + times(ratio.high()) + "]";
    }

    /** {@code 4.5}, or {@code over 1,000}. */
    public static String times(double ratio) {
        return ratio > LARGEST_RATIO ? "over " + count(LARGEST_RATIO) : trimmed(ratio);
    }

    /** A ratio below or above 1 as a change with its interval: {@code -54 % [-57, -51]}. */
    public static String change(Interval ratio) {
        return signed(ratio.estimate()) + " % [" + signed(ratio.low()) + ", " + signed(ratio.high()) + "]";
    }

    /** A ratio below or above 1 as a change in percent, without its unit: {@code -54}. */
    static String signed(double ratio) {
        var change = (ratio - 1) * 100;
        var text = decimal(change, 0);
        return text.startsWith("-") || Double.isNaN(change) ? text : "+" + text;
    }
}
