package dev.aotrollout.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a server that failed may be asked again: after 1, 2, 4 ... at most 30 seconds, and never sooner than the poll interval.
 *
 * @param failures in a row
 * @param nextTry not to be asked before
 */
public record Circuit(int failures, Instant nextTry) {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    /** The server works, or was never asked. */
    public static final Circuit CLOSED = new Circuit(0, Instant.MIN);

    /** After one more failure at {@code now}. */
    public Circuit failed(Instant now, Duration interval) {
        var backoff = Duration.ofSeconds(1L << Math.min(failures, DOUBLINGS));
        var capped = backoff.compareTo(LONGEST) > 0 ? LONGEST : backoff;
        var wait = capped.compareTo(interval) < 0 ? interval : capped;
        return new Circuit(failures + 1, now.plus(wait));
    }

    /** Whether the server may be asked. */
    public boolean permits(Instant now) {
        return !now.isBefore(nextTry);
    }

    /** Completes a message: {@code why; next try at 10:15:30Z}; {@code why} alone while closed. */
    public String explain(String why) {
        return failures == 0
                ? why
                : why + "; next try at "
                        + nextTry.truncatedTo(ChronoUnit.SECONDS).toString().substring(11);
    }
}
