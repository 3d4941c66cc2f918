package dev.aotrollout.decision;

import java.time.Duration;

/** What a step asks of people before it begins. */
public sealed interface Gate {
    /** Nothing. */
    record Open() implements Gate {}

    /**
     * Approvals.
     *
     * @param required different people, at least 1
     * @param fourEyes whether the author of the change does not count
     * @param valid how long an approval counts after it was granted
     * @param timeout how long to wait; {@link #FOR_EVER} without a limit
     */
    record Approvals(int required, boolean fourEyes, Duration valid, Duration timeout, OnTimeout onTimeout)
            implements Gate {
        /** In place of a timeout. */
        public static final Duration FOR_EVER = Duration.ofDays(36_500);
    }

    /** What becomes of a step whose approvals do not come in time. */
    enum OnTimeout {
        PAUSE,
        ROLL_BACK
    }
}
