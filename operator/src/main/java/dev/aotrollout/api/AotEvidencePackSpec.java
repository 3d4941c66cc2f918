package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** One run, in short, and where its document is. */
public record AotEvidencePackSpec(
        @Required @JsonPropertyDescription("Whose run it was")
        RolloutRef rollout,

        @Required @JsonPropertyDescription("Revision that was rolled out")
        String revision,

        @Required @JsonPropertyDescription("Promoted or RolledBack")
        String outcome,

        @Required @JsonPropertyDescription("Reason of the ending, as in the rollout's conditions")
        String reason,

        @Required @JsonPropertyDescription("The ending in a sentence")
        String message,

        @Required @JsonPropertyDescription("Passed, Warned (promoted with remarks) or Failed")
        String verdict,

        @Required @JsonPropertyDescription("When its first step began")
        String startedAt,

        @Required @JsonPropertyDescription("When it was promoted or rolled back")
        String endedAt,

        @Required @JsonPropertyDescription("The figures by which a wave is judged")
        Figures figures,

        @Required @JsonPropertyDescription("Short texts for kubectl get")
        Summary summary,

        @Required @JsonPropertyDescription("sha256 of the document, such as sha256:4f0c…")
        String digest,

        @JsonPropertyDescription("The pack of the run before; absent for the first") @Nullable
        Previous previous,

        @Required @JsonPropertyDescription("The immutable ConfigMap that holds the document")
        Document document) {

    /** The rollout of a run. */
    public record RolloutRef(
            @Required @JsonPropertyDescription("Name of the AOTRollout")
            String name,

            @Required @JsonPropertyDescription("Its uid") String uid,

            @Required @JsonPropertyDescription("Its generation when the run ended")
            Long generation) {}

    /** Where a figure could not be measured it is absent. */
    public record Figures(
            @JsonPropertyDescription("Less memory per pod than JIT, in percent; negative where AOT needs more")
            @Nullable
            Double memoryGainPercent,

            @JsonPropertyDescription("Whether the memory gain is beyond chance") @Nullable
            Boolean memoryGainShown,

            @JsonPropertyDescription("Shorter time to ready than JIT, in percent") @Nullable
            Double startupGainPercent,

            @JsonPropertyDescription("Whether the startup gain is beyond chance") @Nullable
            Boolean startupGainShown,

            @JsonPropertyDescription("Percent of the error budget attributed to the run") @Nullable
            Double attributedSpendPercent,

            @JsonPropertyDescription("Requests that AOT answered")
            Long aotRequests,

            @JsonPropertyDescription("Of those, failed") Long aotErrors,

            @JsonPropertyDescription("Containers killed for memory")
            Integer oomKills,

            @JsonPropertyDescription("Other restarts of AOT containers")
            Integer restarts,

            @JsonPropertyDescription("Money saved a month, allocated, in the rollout's currency") @Nullable
            Double monthlySaving,

            @JsonPropertyDescription("ISO 4217 code of the saving") @JsonProperty("currency") @Nullable
            String currency) {}

    /** Short texts. */
    public record Summary(
            @JsonPropertyDescription("Change of memory per pod with its interval") @Nullable
            String memory,

            @JsonPropertyDescription("Change of the time to ready with its interval") @Nullable
            String startup,

            @JsonPropertyDescription("Percent of the error budget attributed to the run") @Nullable
            String spent) {}

    /** The link of the chain. */
    public record Previous(
            @Required @JsonPropertyDescription("Name of that pack")
            String name,

            @Required @JsonPropertyDescription("Digest of its document")
            String digest) {}

    /** Where the bytes are. */
    public record Document(
            @Required @JsonPropertyDescription("Name of the ConfigMap")
            String configMap,

            @Required @JsonPropertyDescription("Key of the gzip-compressed canonical JSON in binaryData")
            String key,

            @JsonPropertyDescription("Key of the signed in-toto statements in binaryData; absent where nothing signs")
            @Nullable
            String attestationKey,

            @Required @JsonPropertyDescription("Compressed size in bytes")
            Integer compressedBytes) {}
}
