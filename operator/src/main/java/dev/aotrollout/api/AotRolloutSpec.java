package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user wants. */
@ValidationRule(
        value = "self.steps[size(self.steps) - 1].weight == 100",
        message = "steps: the last step must have weight 100; it is judged at 100 % with JIT still warm")
@ValidationRule(
        value =
                "self.steps.all(s, self.steps.all(t, self.steps.indexOf(s) <= self.steps.indexOf(t) ? s.weight <= t.weight : true))",
        message = "steps: weights must ascend from step to step")
public record AotRolloutSpec(
        @Required @JsonPropertyDescription("The JIT track. It stays the user's: never edited but for its replicas")
        WorkloadRef workloadRef,

        @Required
        @JsonPropertyDescription(
                "The AOT track: the JIT pod template with these differences, in a Deployment that the operator owns")
        AotTrackSpec aot,

        @Required @JsonPropertyDescription("Which Service and routes carry the traffic")
        TrafficSpec traffic,

        @Required @JsonPropertyDescription("Where the figures come from")
        MetricsSpec metrics,

        @Default("{}") @JsonPropertyDescription("The service's error budget and what of it this rollout may spend")
        ErrorBudgetSpec errorBudget,

        @Default("{}") @JsonPropertyDescription("What the AOT track is held to, against the JIT track")
        GuardsSpec guards,

        @Default(
                "[{\"weight\":1,\"soakSeconds\":600},{\"weight\":10,\"soakSeconds\":1800},{\"weight\":50,\"soakSeconds\":3600},{\"weight\":100,\"soakSeconds\":3600}]")
        @Size(min = 1, max = 20)
        @JsonPropertyDescription("The steps, weights ascending, the last one 100")
        List<StepSpec> steps,

        @Default("{}") @JsonPropertyDescription("How long a step may take, and what happens then")
        ProgressSpec progress,

        @Default("{}") @JsonPropertyDescription("How a rollback goes")
        RollbackSpec rollback,

        @JsonPropertyDescription("Opt-in: what becomes of JIT after promotion. Absent: JIT is left as it is") @Nullable
        RetireSpec retire,

        @Default("false") @JsonPropertyDescription("No advance while true; rollbacks go on")
        Boolean paused,

        @Default("AOT") @JsonPropertyDescription("JIT brings the service back to JIT and keeps it there")
        GoalSpec goal,

        @JsonPropertyDescription("JIT figures that must be there before the first AOT pod; absent: none are asked for")
        @Nullable
        BaselineSpec baseline,

        @Default("{}")
        @JsonPropertyDescription("The five checks: what is declared of the service, and what it is held to")
        CandidateSpec candidate,

        @JsonPropertyDescription("The wave in which the service takes its turn; absent: it waits for nobody") @Nullable
        WaveRef wave,

        @Default("{}") @JsonPropertyDescription("How evidence packs are signed and kept")
        EvidenceSpec evidence) {

    /** Fills in the defaults of the schema, for manifests that no API server has seen. */
    public AotRolloutSpec {
        errorBudget = errorBudget == null ? ErrorBudgetSpec.DEFAULT : errorBudget;
        guards = guards == null ? GuardsSpec.DEFAULT : guards;
        steps = steps == null ? StepSpec.DEFAULT : List.copyOf(steps);
        progress = progress == null ? ProgressSpec.DEFAULT : progress;
        rollback = rollback == null ? RollbackSpec.DEFAULT : rollback;
        paused = paused != null && paused;
        goal = goal == null ? GoalSpec.AOT : goal;
        candidate = candidate == null ? CandidateSpec.DEFAULT : candidate;
        evidence = evidence == null ? EvidenceSpec.DEFAULT : evidence;
    }
}
