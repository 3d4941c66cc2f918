package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The five checks, as recorded when the run ended.
 *
 * @param verdict {@code Passed}, {@code Failed} or {@code Unknown}
 * @param blocking whether it could hold the rollout back; without a rubric it informs
 * @param score percent of the rubric's weights
 * @param exceptions that were used, a sentence each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Candidate(
        String verdict,
        boolean blocking,
        @Nullable String rubric,
        @Nullable Integer score,
        @Nullable Integer minimumScore,
        List<Check> checks,
        @Nullable Libraries libraries,
        List<String> exceptions) {
    /** One check; {@code verdict} as above. */
    public record Check(String name, String verdict, String reason, String message, List<Criterion> criteria) {
        public Check {
            criteria = List.copyOf(criteria);
        }
    }

    /** One fact that a check rests on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Criterion(
            String name, String verdict, @Nullable Integer weight, String evidence) {}

    /**
     * What the library policy says of the bill of materials.
     *
     * @param counts libraries by verdict
     * @param offenders denied or to be reviewed, a sentence each
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Libraries(
            String policy, @Nullable String billDigest, Map<String, Integer> counts, List<String> offenders) {
        public Libraries {
            counts = Map.copyOf(counts);
            offenders = List.copyOf(offenders);
        }
    }

    public Candidate {
        checks = List.copyOf(checks);
        exceptions = List.copyOf(exceptions);
    }
}
