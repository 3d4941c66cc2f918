package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a guard said last.
 *
 * @param verdict {@code Pass}, {@code Fail} or {@code Unknown}
 * @param mode {@code Enforce}, {@code EnforceWhenKnown} or {@code Observe}
 * @param unit of {@code jit}, {@code aot} and, without {@code ratio}, {@code limit}: ratio, bytes, seconds, count or percent
 * @param ratio AOT : JIT, with its interval
 * @param samples AOT requests or pods that this rests on
 * @param details further figures, a sentence each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GuardAnswer(
        String guard,
        String verdict,
        String mode,
        String reason,
        String message,
        @Nullable String unit,
        @Nullable Double jit,
        @Nullable Double aot,
        @Nullable Ratio ratio,
        @Nullable Double limit,
        @Nullable Long samples,
        List<String> details) {
    public static final String PASS = "Pass";
    public static final String FAIL = "Fail";
    public static final String UNKNOWN = "Unknown";

    public static final String OBSERVE = "Observe";

    public GuardAnswer {
        details = List.copyOf(details);
    }
}
