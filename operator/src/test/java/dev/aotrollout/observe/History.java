package dev.aotrollout.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;

/** Exposition text with stamps of its own, so that a server knows minutes of the past after one scrape; a sample every 15 s. */
final class History {
    private static final long SPACING_SECONDS = 15;

    private final Instant end;
    private final StringBuilder text = new StringBuilder();

    History(Instant end) {
        this.end = end;
    }

    /** {@code value} by the seconds since {@code length} before the end. */
    History series(String series, Duration length, LongToDoubleFunction value) {
        for (var second = 0L; second <= length.toSeconds(); second += SPACING_SECONDS)
            text.append(String.format(
                    Locale.ROOT,
                    "%s %s %d%n",
                    series,
                    value.applyAsDouble(second),
                    end.minus(length).plusSeconds(second).toEpochMilli()));
        return this;
    }

    /** One sample, at the end. */
    History last(String series, double value) {
        return series(series, Duration.ZERO, _ -> value);
    }

    String text() {
        return text.toString();
    }
}
