package dev.aotrollout.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Since when the API server has been answering without a longer silence. Whoever is not told of answers knows nothing. */
final class ApiContact {
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private Instant since = Instant.EPOCH;
    private Instant last = Instant.EPOCH;

    /** A request ended with {@code code}; 0 is no answer. */
    synchronized void heard(int code, Instant now) {
        if (code == 0) return;
        if (isSilent(now)) since = now;
        last = now;
    }

    /** Empty where it does not answer. */
    synchronized Optional<Instant> since(Instant now) {
        return isSilent(now) ? Optional.empty() : Optional.of(since);
    }

    private boolean isSilent(Instant now) {
        return now.isAfter(last.plus(SILENCE));
    }
}
