package dev.aotrollout.governance;

import java.time.Duration;
import java.util.List;

/**
 * What the owners of a service declare for its checks.
 *
 * @param publishLog whether one is named
 * @param baseline how far back JIT figures must reach before the first AOT pod; zero where nobody asks
 * @param drilled day of the last rollback drill
 */
public record Declaration(
        EconomicsClaims economics,
        TestResult serializationTest,
        boolean publishLog,
        Duration baseline,
        Day drilled,
        Readiness readiness) {

    /** Result of a test outside the cluster. */
    public enum TestResult {
        PASSED,
        FAILED,
        NOT_RUN
    }

    /**
     * Who stands for the AOT build.
     *
     * @param reviewedBy empty where nobody did
     * @param reviewedDigest of the image that was reviewed, such as {@code sha256:4f0c…}; empty: any
     * @param maxAgeDays a review older than this has expired, at least 1
     */
    public record Readiness(
            List<String> owners, String reviewedBy, Day reviewed, String reviewedDigest, int maxAgeDays) {
        public Readiness {
            owners = List.copyOf(owners);
        }
    }
}
