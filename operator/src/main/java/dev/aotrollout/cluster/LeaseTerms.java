package dev.aotrollout.cluster;

import java.time.Duration;

/**
 * How the leader is elected. The proportions are those of client-go: with a lease of 15 s, a leader that could not renew for 10 s
 * stops, and everybody looks every 2 s.
 *
 * @param identity of this process among the candidates
 * @param length after which a lease that was not renewed is free
 */
public record LeaseTerms(String namespace, String name, String identity, Duration length) {
    /** A shorter lease would be lost to one slow request. */
    public static final Duration SHORTEST = Duration.ofSeconds(5);

    /** Refuses what cannot work. */
    public LeaseTerms {
        if (length.compareTo(SHORTEST) < 0)
            throw new IllegalArgumentException(
                    "a lease of %d s is too short for two tries of renewing it: use at least %d s"
                            .formatted(length.toSeconds(), SHORTEST.toSeconds()));
    }

    Duration renewDeadline() {
        return length.multipliedBy(2).dividedBy(3);
    }

    Duration retryPeriod() {
        return length.multipliedBy(2).dividedBy(15);
    }

    /** Of one request about the lease: two of them fit into the deadline. */
    Duration requestTimeout() {
        return renewDeadline().dividedBy(2);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
