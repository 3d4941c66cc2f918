package dev.aotrollout.examples.demo.load;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** What became of one request. */
public sealed interface Outcome {

    /** A response, whatever its status. */
    record Answered(int status, Track track) implements Outcome {}

    /** No response. */
    record Lost(Cause cause) implements Outcome {}

    /** Why there was no response. */
    enum Cause {
        /** Not within the deadline. */
        TIMEOUT,
        /** The connection broke. */
        RESET,
        /** No connection could be made. */
        REFUSED
    }

    /** Whether a client would call this a failure: everything but 2xx, as the load asks for nothing that is not there. */
    default boolean failed() {
        return switch (this) {
            case Answered(var status, var _) -> status / 100 != 2;
            case Lost lost -> true;
        };
    }

    /** Who answered. */
    default Track answeredBy() {
        return switch (this) {
            case Answered(var _, var track) -> track;
            case Lost lost -> Track.UNKNOWN;
        };
    }

    /** The status, or why there is none. */
    default String label() {
        return switch (this) {
            case Answered(var status, var _) -> Integer.toString(status);
            case Lost(var cause) -> cause.name().toLowerCase(Locale.ROOT);
        };
    }

    /** Names what java.net.http threw. */
    static Lost lost(Throwable thrown) {
        var cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return new Lost(
                switch (cause) {
                    case HttpTimeoutException e -> Cause.TIMEOUT;
                    case TimeoutException e -> Cause.TIMEOUT;
                    case ConnectException e -> Cause.REFUSED;
                    default -> Cause.RESET;
                });
    }
}
