package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Time from the start of the container to ready.
 *
 * @param jitSeconds one value a pod, ascending; empty where pods were gone when this was written
 * @param aotSeconds likewise
 * @param jitMedianSeconds as the guard compared it
 * @param aotMedianSeconds likewise
 * @param resolutionSeconds finer differences cannot be seen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Startup(
        List<Double> jitSeconds,
        List<Double> aotSeconds,
        @Nullable Double jitMedianSeconds,
        @Nullable Double aotMedianSeconds,
        @Nullable Double resolutionSeconds,
        Gain gain) {
    public Startup {
        jitSeconds = List.copyOf(jitSeconds);
        aotSeconds = List.copyOf(aotSeconds);
    }
}
