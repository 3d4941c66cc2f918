package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** The error budget of the service, and what of it this rollout may spend. */
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

        @Default("[{\"longSeconds\":300,\"shortSeconds\":60,\"factor\":14.4}]")
        @Size(max = 8)
        @JsonPropertyDescription("Any of these rolls back")
        List<FastBurnSpec> fastBurn) {
    static final ErrorBudgetSpec DEFAULT = new ErrorBudgetSpec(99.9, 30, 5.0, 1.0, 25.0, 10.0, FastBurnSpec.DEFAULT);

    /** Two windows that both burn faster than factor times the sustainable rate. */
    @ValidationRule(
            value = "self.shortSeconds <= self.longSeconds",
            message = "errorBudget.fastBurn: shortSeconds must not exceed longSeconds")
    public record FastBurnSpec(
            @Min(10) @Max(2592000) Integer longSeconds,
            @Min(5) @Max(2592000) Integer shortSeconds,
            @Min(1) Double factor) {
        static final List<FastBurnSpec> DEFAULT = List.of(new FastBurnSpec(300, 60, 14.4));
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
    }
}
