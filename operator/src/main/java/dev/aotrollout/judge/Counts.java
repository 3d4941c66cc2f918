package dev.aotrollout.judge;

/**
 * Requests that one track answered in some span of time.
 *
 * @param requests all of them
 * @param errors those that failed on the server's side
 * @param slow those that took longer than the bound of the latency guard
 */
public record Counts(long requests, long errors, long slow) {
    /** No request at all. */
    public static final Counts ZERO = new Counts(0, 0, 0);

    /** Both spans together. */
    public Counts plus(Counts other) {
        return new Counts(requests + other.requests, errors + other.errors, slow + other.slow);
    }

    /** The share of failed requests, 0 to 1; 0 without requests. */
    public double errorRatio() {
        return requests == 0 ? 0 : (double) errors / requests;
    }

    /** The share of slow requests, 0 to 1; 0 without requests. */
    public double slowRatio() {
        return requests == 0 ? 0 : (double) slow / requests;
    }
}
