package dev.aotrollout.examples.demo.load;

import java.time.Duration;

/**
 * How much load, and its bounds.
 *
 * @param mostRequests after which it ends by itself
 * @param deadline of each request
 */
public record LoadPlan(int requestsPerSecond, int mostRequests, Duration deadline) {
    /** More than this is no demo but an attack. */
    public static final int FASTEST = 1000;

    private static final Duration DEADLINE = Duration.ofSeconds(3);

    public LoadPlan {
        if (requestsPerSecond < 1 || requestsPerSecond > FASTEST) {
            throw new IllegalArgumentException(
                    "%d requests per second are not accepted; use 1 to %d".formatted(requestsPerSecond, FASTEST));
        }
    }

    /** So many requests a second until stopped, for {@code longest} at most. */
    public static LoadPlan of(int requestsPerSecond, Duration longest) {
        return new LoadPlan(requestsPerSecond, Math.toIntExact(requestsPerSecond * longest.toSeconds()), DEADLINE);
    }
}
