package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** The error budget of the service, and what of it this rollout may spend. */
@ValidationRule(
        value = "self.source == 'Query' || size(self.selector) > 0",
        message =
                "errorBudget: source Sloth and Pyrra need a selector, such as {sloth_service: checkout, sloth_slo: requests}")
public record ErrorBudgetSpec(
        @Default("99.9")
        @Min(value = 0, inclusive = false)
        @Max(value = 100, inclusive = false)
        @JsonPropertyDescription("Percent of good requests")
        Double objective,

        @Default("30") @Min(1) @Max(90) @JsonPropertyDescription("Window of the budget, in days")
        Integer windowDays,

        @Default("5")
        @Min(0)
        @Max(100)
        @JsonPropertyDescription("Of the whole budget, attributed to all steps of this rollout")
        Double maxRolloutSpendPercent,

        @Default("1") @Min(0) @Max(100) @JsonPropertyDescription("Of the whole budget, attributed to one step")
        Double maxStepSpendPercent,

        @Default("25") @Min(0) @Max(100) @JsonPropertyDescription("Of the budget must remain before the first step")
        Double minRemainingToStartPercent,

        @Default("10") @Min(0) @Max(100) @JsonPropertyDescription("Of the budget must remain before every other step")
        Double minRemainingToAdvancePercent,

        @Default(
                "[{\"longSeconds\":300,\"shortSeconds\":60,\"factor\":14.4},{\"longSeconds\":3600,\"shortSeconds\":300,\"factor\":6},{\"longSeconds\":21600,\"shortSeconds\":1800,\"factor\":3}]")
        @Size(max = 8)
        @JsonPropertyDescription("Any of these rolls back; windows are clipped to the age of the step")
        List<FastBurnSpec> fastBurn,

        @Default("Query")
        @JsonPropertyDescription(
                "What is left of the budget: counted from the requests of the profile (Query), or read from the recording rules of Sloth or Pyrra")
        Source source,

        @Default("{}")
        @JsonPropertyDescription("Labels of the recording rules, such as sloth_service and sloth_slo, or slo")
        Map<String, String> selector) {
    static final ErrorBudgetSpec DEFAULT =
            new ErrorBudgetSpec(99.9, 30, 5.0, 1.0, 25.0, 10.0, FastBurnSpec.DEFAULT, Source.QUERY, Map.of());

    /** Who knows what is left of the budget. */
    public enum Source {
        @JsonProperty("Query")
        QUERY,
        @JsonProperty("Sloth")
        SLOTH,
        @JsonProperty("Pyrra")
        PYRRA
    }

    /** Two windows that both burn faster than factor times the sustainable rate. */
    @ValidationRule(
            value = "self.shortSeconds <= self.longSeconds",
            message = "errorBudget.fastBurn: shortSeconds must not exceed longSeconds")
    public record FastBurnSpec(
            @Min(10) @Max(2592000) @JsonPropertyDescription("Long window, in seconds")
            Integer longSeconds,

            @Min(5) @Max(2592000) @JsonPropertyDescription("Short window, in seconds; at most the long one")
            Integer shortSeconds,

            @Min(1) @JsonPropertyDescription("Multiple of the sustainable rate that both windows must exceed")
            Double factor) {
        static final List<FastBurnSpec> DEFAULT = List.of(
                new FastBurnSpec(300, 60, 14.4), new FastBurnSpec(3600, 300, 6.0), new FastBurnSpec(21600, 1800, 3.0));
    }

    /** Fills in the defaults. */
    public ErrorBudgetSpec {
        objective = objective == null ? 99.9 : objective;
        windowDays = windowDays == null ? 30 : windowDays;
        maxRolloutSpendPercent = maxRolloutSpendPercent == null ? 5.0 : maxRolloutSpendPercent;
        maxStepSpendPercent = maxStepSpendPercent == null ? 1.0 : maxStepSpendPercent;
        minRemainingToStartPercent = minRemainingToStartPercent == null ? 25.0 : minRemainingToStartPercent;
        minRemainingToAdvancePercent = minRemainingToAdvancePercent == null ? 10.0 : minRemainingToAdvancePercent;
        fastBurn = fastBurn == null ? FastBurnSpec.DEFAULT : List.copyOf(fastBurn);
        source = source == null ? Source.QUERY : source;
        selector = selector == null ? Map.of() : Map.copyOf(selector);
    }
}
