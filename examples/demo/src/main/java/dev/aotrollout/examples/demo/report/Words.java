package dev.aotrollout.examples.demo.report;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as people read them, the same in every locale. */
public final class Words {
    private Words() {}

    /** Such as 0.4 s or 95.0 s. */
    public static String seconds(Duration duration) {
        return seconds(duration.toMillis() / 1000.0);
    }

    /** Such as 0.4 s or 95.0 s. */
    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** Such as 3 ms. */
    static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%d ms", duration.toMillis());
    }

    /** Such as 1:05. */
    static String clock(Duration duration) {
        return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    /** Such as 12 345. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** Such as x0.45. */
    static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? String.format(Locale.ROOT, "x%.2f", ratio.getAsDouble()) : "-";
    }

    /** At most {@code width} characters. */
    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 3)) + "...";
    }
}
