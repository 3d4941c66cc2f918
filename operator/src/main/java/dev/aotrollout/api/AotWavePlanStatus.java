package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The progress board. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AotWavePlanStatus(
        @JsonPropertyDescription("Generation of the spec that this status speaks of") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Running, Soaking, Frozen, Waiting, Halted or Complete") @Nullable
        String phase,

        @JsonPropertyDescription("Name of the wave that is open") @Nullable
        String currentWave,

        @JsonPropertyDescription("Services done of all, such as 3/12") @Nullable
        String done,

        @JsonPropertyDescription("Services in flight of the most that may be, such as 1/2") @Nullable
        String inFlight,

        @JsonPropertyDescription("Realised gains over all services that are done") @Nullable
        String gains,

        @JsonPropertyDescription("What it waits for, in a sentence") @Nullable
        String reason,

        @JsonPropertyDescription("Who may roll out now; the only memory of taken slots") @Nullable
        List<Slot> slots) {

    /** A slot that was given to a rollout, with the revision that it was given for. */
    public record Slot(String namespace, String rollout, String revision, String wave, String admittedAt) {}
}
