package dev.aotrollout.governance;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A part of the calendar in which nothing goes up. */
public sealed interface WaveFreeze {
    /** What people call it. */
    String name();

    /** When it ends; empty where it is not in force at {@code now}. */
    Optional<Instant> until(Instant now);

    /** From {@code start} on, to before {@code end}. */
    record Once(String name, Instant start, Instant end) implements WaveFreeze {
        @Override
        public Optional<Instant> until(Instant now) {
            return !now.isBefore(start) && now.isBefore(end) ? Optional.of(end) : Optional.empty();
        }
    }

    /** On each of {@code days}, in {@code zone}; ends on the day after where {@code to} is not later than {@code from}. */
    record Weekly(String name, Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) implements WaveFreeze {
        public Weekly {
            days = Set.copyOf(days);
        }

        @Override
        public Optional<Instant> until(Instant now) {
            var today = now.atZone(zone).toLocalDate();
            return Stream.of(today.minusDays(1), today)
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .map(day -> new Once(
                            name,
                            day.atTime(from).atZone(zone).toInstant(),
                            (to.isAfter(from) ? day : day.plusDays(1))
                                    .atTime(to)
                                    .atZone(zone)
                                    .toInstant()))
                    .flatMap(once -> once.until(now).stream())
                    .max(Instant::compareTo);
        }
    }
}
