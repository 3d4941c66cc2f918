package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Memory of each pod over the whole run.
 *
 * @param pods by track and name
 * @param jitBytes mean of a pod, as the guard compared it in the last step
 * @param aotBytes likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Memory(
        List<Pod> pods, @Nullable Double jitBytes, @Nullable Double aotBytes, Gain gain) {
    /**
     * One pod.
     *
     * @param meanBytes of the working set
     * @param peakBytes of the working set
     * @param residentBytes mean of the resident set
     * @param limitBytes absent where it has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pod(
            String track,
            String pod,
            double meanBytes,
            double peakBytes,
            @Nullable Double residentBytes,
            @Nullable Double limitBytes) {}

    public Memory {
        pods = List.copyOf(pods);
    }
}
