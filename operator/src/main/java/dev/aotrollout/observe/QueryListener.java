package dev.aotrollout.observe;

import java.time.Duration;

/** Told of every query to a Prometheus server. */
public interface QueryListener {
    /** How a query ended. */
    enum Ending {
        /** With series, or with none that match. */
        OK,
        /** The server answered, but not with series. */
        REFUSED,
        /** There was no answer of a Prometheus. */
        UNREACHABLE
    }

    /** One query ended. */
    void queried(Ending ending, Duration took);
}
