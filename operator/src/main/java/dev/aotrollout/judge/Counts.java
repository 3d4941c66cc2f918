package dev.aotrollout.judge;

/**
 * Requests that one track answered in some span of time.
 *
 * @param requests all of them
 * @param errors those that failed on the server's side
 * @param timed those whose latency counts: of warm pods
 * @param slow those of {@code timed} that took longer than the bound of the latency guard
 */
public record Counts(long requests, long errors, long timed, long slow) {
    /** No request at all. */
    public static final Counts ZERO = new Counts(0, 0, 0, 0);

    /** All requests are timed. */
    public Counts(long requests, long errors, long slow) {
        this(requests, errors, requests, slow);
    }

    /** Both spans together. */
    public Counts plus(Counts other) {
        return new Counts(requests + other.requests, errors + other.errors, timed + other.timed, slow + other.slow);
    }

    /** What is left without {@code part} of it. */
    Counts minus(Counts part) {
        return new Counts(requests - part.requests, errors - part.errors, timed - part.timed, slow - part.slow);
    }

    /** The share of failed requests, 0 to 1; 0 without requests. */
    public double errorRatio() {
        return requests == 0 ? 0 : (double) errors / requests;
    }

    /** The share of slow requests, 0 to 1; 0 without timed requests. */
    public double slowRatio() {
        return timed == 0 ? 0 : (double) slow / timed;
    }
}
