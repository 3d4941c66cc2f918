package dev.aotrollout.examples.demo.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Samples as the tests need them. */
public final class Samples {
    /** When all of them begin. */
    public static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private Samples() {}

    /** Sent so many milliseconds after {@link #START}, answered 10 ms later. */
    public static Sample answered(long millis, int status, Track track) {
        return ended(millis, 10, new Outcome.Answered(status, track));
    }

    /** Never answered. */
    public static Sample lost(long millis, long afterMillis, Outcome.Cause cause) {
        return ended(millis, afterMillis, new Outcome.Lost(cause));
    }

    private static Sample ended(long millis, long afterMillis, Outcome outcome) {
        return new Sample(
                START.plusMillis(millis), Duration.ofMillis(1), Duration.ofMillis(afterMillis), Route.CART, outcome);
    }

    /** One every 10 ms from {@code fromSecond} on; every tenth {@code aotOfTen} of them by AOT. */
    public static List<Sample> steady(int fromSecond, int seconds, int aotOfTen) {
        var samples = new ArrayList<Sample>();
        for (var i = 0; i < seconds * 100; i++) {
            samples.add(answered(fromSecond * 1000L + i * 10L, 200, i % 10 < aotOfTen ? Track.AOT : Track.JIT));
        }
        return samples;
    }
}
