package dev.aotrollout.observe;

import dev.aotrollout.judge.Counts;

/**
 * Requests as counters of different names count them, added up by themselves.
 *
 * @param timed those that the histogram of warm pods holds
 * @param fast those of {@code timed} within the bound
 */
record Tally(long requests, long errors, long timed, long fast) {
    static final Tally ZERO = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(requests + other.requests, errors + other.errors, timed + other.timed, fast + other.fast);
    }

    /**
     * A process counts a request and its bucket one after the other, so a scrape can see one without the other.
     *
     * @param resolved whether the bound was read; without it nothing is slow
     */
    Counts counts(boolean resolved) {
        return new Counts(requests, errors, timed, resolved ? Math.clamp(timed - fast, 0, timed) : 0);
    }
}
