package dev.aotrollout.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants and durations as people read them. */
public final class Moments {
    private Moments() {}

    /** UTC to the second: {@code 2026-11-24T06:12:36Z}. */
    public static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 45s}, {@code 12m}, {@code 1h30m}, {@code 7d}. */
    public static String text(Duration duration) {
        var text = new StringBuilder();
        append(text, duration.toDays(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        return text.isEmpty() ? "0s" : text.toString();
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void append(StringBuilder text, long value, String unit) {
        if (value > 0) text.append(value).append(unit);
    }
}
