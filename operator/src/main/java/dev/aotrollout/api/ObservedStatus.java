package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** The cluster as the last decision saw it; {@code aotrollout explain} decides again from it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObservedStatus(
        @JsonPropertyDescription("Absent where its Deployment is missing") @Nullable
        TrackStatus jit,

        @JsonPropertyDescription("Absent where its Deployment is missing") @Nullable
        TrackStatus aot,

        @JsonPropertyDescription("What the routes ask for") @Nullable
        RoutesStatus routes,

        @JsonPropertyDescription("The error budget; absent where it could not be measured") @Nullable
        BudgetStatus budget) {

    /** One track. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TrackStatus(
            @JsonPropertyDescription("Pods asked for") Integer desired,
            @JsonPropertyDescription("Pods ready") Integer ready,

            @JsonPropertyDescription("Whether every pod runs the newest template")
            Boolean rolledOut,

            @JsonPropertyDescription("Revision that the AOT pods were made for") @Nullable
            String revision) {}

    /** Percent of requests that the routes ask for. */
    public record RoutesStatus(
            @JsonPropertyDescription("The highest of all routes")
            Integer weight,

            @JsonPropertyDescription("The lowest of all routes")
            Integer lowestWeight,

            @JsonPropertyDescription("Whether gateways accepted what the routes say now")
            Boolean accepted) {}

    /** The error budget of the service. */
    public record BudgetStatus(
            @JsonPropertyDescription("Percent of it that is left")
            Double remainingPercent,

            @JsonPropertyDescription("Failed requests that it allows in its window")
            Double allowedErrors) {}
}
