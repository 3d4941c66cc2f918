package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The five checks. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CandidateStatus(
        @JsonPropertyDescription("Passed, Failed or Unknown")
        String verdict,

        @JsonPropertyDescription("Whether the verdict blocks; without a rubric it informs")
        Boolean blocking,

        @JsonPropertyDescription("Name of the AOTCandidateRubric") @Nullable
        String rubric,

        @JsonPropertyDescription("Percent of the rubric's weights") @Nullable
        Integer score,

        @JsonPropertyDescription("The score that the rubric asks for") @Nullable
        Integer minimumScore,

        @JsonPropertyDescription("One entry a check") List<Check> checks,

        @JsonPropertyDescription("What the library policy says; absent where none is named") @Nullable
        Libraries libraries,

        @JsonPropertyDescription("AOTExceptions that count now, a sentence each") @Nullable
        List<String> exceptions) {
    /** One check. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Check(
            @JsonPropertyDescription(
                    "WorkloadEconomics, DependencyCompatibility, OperationalRisk, TeamReadiness or RolloutSequence")
            String name,

            @JsonPropertyDescription("Passed, Failed or Unknown")
            String verdict,

            @JsonPropertyDescription("One word; docs/runbook.md has an entry for each")
            String reason,

            @JsonPropertyDescription("What decided it") String message,

            @JsonPropertyDescription("The facts that it rests on")
            List<Criterion> criteria) {}

    /** One fact that a check rests on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Criterion(
            @JsonPropertyDescription("As in an AOTCandidateRubric")
            String name,

            @JsonPropertyDescription("Passed, Failed or Unknown")
            String verdict,

            @JsonPropertyDescription("Its weight in the rubric; absent where the rubric does not ask") @Nullable
            Integer weight,

            @JsonPropertyDescription("The weight where it passed, else 0") @Nullable
            Integer points,

            @JsonPropertyDescription("Whether the rubric refuses a service that does not pass it") @Nullable
            Boolean hardStop,

            @JsonPropertyDescription("What shows it") String evidence) {}

    /** What the library policy says of the bill of materials. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Libraries(
            @JsonPropertyDescription("Name of the AOTLibraryPolicy")
            String policy,

            @JsonPropertyDescription("sha256 of the bill of materials") @Nullable
            String billDigest,

            @JsonPropertyDescription("Libraries by verdict") Map<String, Integer> counts,

            @JsonPropertyDescription("The first ten that are denied or need a review, a sentence each") @Nullable
            List<String> offenders) {}
}
