package dev.aotrollout.cluster;

import java.time.Duration;

/** Told of every answer of the API server. */
public interface RequestListener {
    /**
     * One request was answered, or could not be sent.
     *
     * @param verb as RBAC calls it
     * @param code the HTTP status; 0 where there was no answer
     */
    void answered(String verb, int code, Duration took);

    /** All connections are given up and made anew, because the API server did not answer in time and nothing else was heard from it. */
    default void renewed() {}
}
