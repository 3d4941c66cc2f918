package dev.aotrollout.governance;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A day that somebody wrote down, in UTC. */
public sealed interface Day {
    /** Nobody wrote one. */
    record Unset() implements Day {}

    /** The calendar knows no such day. */
    record Unreadable(String text) implements Day {}

    /** A day of the calendar. */
    record On(LocalDate date) implements Day {
        /** Whole days from this one to that of {@code now}; negative where this one is still to come. */
        public long daysBefore(Instant now) {
            return ChronoUnit.DAYS.between(date, today(now));
        }

        /** Whether it is still to come everywhere: somewhere on earth it is tomorrow already. */
        boolean isAhead(Instant now) {
            return daysBefore(now) < -1;
        }

        /** The instant at which it is over. */
        public Instant end() {
            return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    /** From text such as {@code 2026-10-01}; empty is {@link Unset}. */
    static Day parse(String text) {
        if (text.isEmpty()) return new Unset();
        try {
            return new On(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return new Unreadable(text);
        }
    }

    /** What to say of a day that {@link On#isAhead}. */
    static String ahead(Instant now) {
        return "which is after today (%s by the operator's clock); correct the day or the clock".formatted(today(now));
    }

    private static LocalDate today(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
