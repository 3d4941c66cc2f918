package dev.aotrollout.governance;

import java.time.DateTimeException;
import java.time.Duration;
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

        /** The instant at which it is over. */
        public Instant end() {
            return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    /** Somewhere it is tomorrow already: a day so much ahead is not in the future yet. */
    Duration AHEAD = Duration.ofDays(1);

    /** From text such as {@code 2026-10-01}; empty is {@link Unset}. */
    static Day parse(String text) {
        if (text.isEmpty()) return new Unset();
        try {
            return new On(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return new Unreadable(text);
        }
    }

    /** The day of {@code now}. */
    static LocalDate today(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
