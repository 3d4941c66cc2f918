package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one run: what was decided, and everything that it rests on. An absent figure was not measured, and {@code quality}
 * says why. Times are RFC 3339 in UTC; tracks are {@code jit} and {@code aot}.
 *
 * @param schema {@link #SCHEMA}
 * @param previous the pack of the service's run before; absent for the first
 * @param guards what each guard said last; empty where that was lost
 * @param candidate the five checks; absent where none was recorded
 * @param economics money before and after; absent where the rollout names no prices
 * @param series for charts, at most 120 points each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceDocument(
        String schema,
        @Nullable Link previous,
        Subject subject,
        Conclusion conclusion,
        Course course,
        List<GuardAnswer> guards,
        Startup startup,
        Memory memory,
        Budget budget,
        Latency latency,
        Cpu cpu,
        Failures failures,
        @Nullable Candidate candidate,
        @Nullable Economics economics,
        Quality quality,
        Sources sources,
        List<Series> series) {
    /** Names this shape, and its published JSON Schema. */
    public static final String SCHEMA = "https://aotrollout.dev/schemas/evidence-v1.schema.json";

    /** The tracks. */
    public static final String JIT = "jit";

    public static final String AOT = "aot";

    /** Another pack of the chain. */
    public record Link(String name, String digest) {}

    public EvidenceDocument {
        guards = List.copyOf(guards);
        series = List.copyOf(series);
    }
}
