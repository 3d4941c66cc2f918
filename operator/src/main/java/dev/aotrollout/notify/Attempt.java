package dev.aotrollout.notify;

import java.time.Duration;

/** How one request to a sink ended. Its texts hold neither address nor headers, for those are secret. */
sealed interface Attempt {
    /** The sink has it. */
    record Delivered() implements Attempt {}

    /** Asking again would not help. */
    record Refused(String why) implements Attempt {}

    /**
     * The sink may take it later.
     *
     * @param after what the sink asks to wait; zero where it does not say
     */
    record Failed(String why, Duration after) implements Attempt {}
}
