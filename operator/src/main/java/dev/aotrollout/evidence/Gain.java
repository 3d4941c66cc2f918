package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What AOT needs less than JIT.
 *
 * @param percent less than JIT; negative where AOT needs more
 * @param shown whether it is beyond chance: the interval of the ratio excludes 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Gain(
        @Nullable Double percent,
        @Nullable Boolean shown,
        @Nullable Ratio ratio) {
    public static final Gain NONE = new Gain(null, null, null);
}
