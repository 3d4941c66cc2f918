package dev.aotrollout.evidence;

import java.util.List;

/**
 * How the run ended.
 *
 * @param outcome {@code Promoted} or {@code RolledBack}
 * @param reason as in the rollout's conditions
 * @param message the ending in a sentence
 * @param verdict {@code Passed}, {@code Warned} or {@code Failed}
 * @param remarks why it is not {@code Passed}, a sentence each
 * @param weight percent that AOT had when it ended, 0 to 100
 */
public record Conclusion(
        String outcome,
        String reason,
        String message,
        String verdict,
        List<String> remarks,
        String startedAt,
        String endedAt,
        int weight) {
    public static final String PROMOTED = "Promoted";
    public static final String ROLLED_BACK = "RolledBack";

    public static final String PASSED = "Passed";
    public static final String WARNED = "Warned";
    public static final String FAILED = "Failed";

    public Conclusion {
        remarks = List.copyOf(remarks);
    }
}
