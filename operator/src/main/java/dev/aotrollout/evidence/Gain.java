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

    /** As {@code guard} compared the tracks; {@link #NONE} where it did not. */
    public static Gain of(GuardAnswer guard) {
        var ratio = guard.ratio();
        if (ratio == null || ratio.estimate() == null) return NONE;
        var low = ratio.low();
        var high = ratio.high();
        var shown = (high != null && high < 1) || (low != null && low > 1);
        return new Gain(Math.round(1000 * (1 - ratio.estimate())) / 10.0, shown, ratio);
    }
}
