package dev.aotrollout.intake;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutSpec;
import dev.aotrollout.api.ApprovalSpec;
import dev.aotrollout.api.CustomGuardSpec;
import dev.aotrollout.api.ErrorBudgetSpec;
import dev.aotrollout.api.GoalSpec;
import dev.aotrollout.api.GuardsSpec;
import dev.aotrollout.api.ModeSpec;
import dev.aotrollout.api.ReplicasSpec;
import dev.aotrollout.api.RetireSpec;
import dev.aotrollout.api.RuntimeSpec;
import dev.aotrollout.decision.AotReplicas;
import dev.aotrollout.decision.Gate;
import dev.aotrollout.decision.Goal;
import dev.aotrollout.decision.OnInconclusive;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.decision.Policy;
import dev.aotrollout.decision.Retirement;
import dev.aotrollout.decision.Step;
import dev.aotrollout.judge.BudgetGuard;
import dev.aotrollout.judge.ComparabilityGuard;
import dev.aotrollout.judge.CpuGuard;
import dev.aotrollout.judge.CustomGuard;
import dev.aotrollout.judge.ErrorsGuard;
import dev.aotrollout.judge.FastBurn;
import dev.aotrollout.judge.Guard;
import dev.aotrollout.judge.LatencyGuard;
import dev.aotrollout.judge.LeakGuard;
import dev.aotrollout.judge.MemoryGuard;
import dev.aotrollout.judge.Mode;
import dev.aotrollout.judge.RestartsGuard;
import dev.aotrollout.judge.SignaturesGuard;
import dev.aotrollout.judge.StartupGuard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** From an {@code AOTRollout} to the plan that the core understands. */
public final class PlanReader {
    private PlanReader() {}

    /**
     * The plan that {@code rollout} declares.
     *
     * @param revision hash of what the user wrote for the two tracks; empty while the JIT Deployment is missing
     */
    public static Plan read(AotRollout rollout, String revision) {
        var spec = rollout.getSpec();
        return new Plan(
                revision,
                spec.goal() == GoalSpec.JIT ? Goal.JIT : Goal.AOT,
                "",
                spec.paused(),
                CommandReader.read(rollout.getMetadata()),
                spec.steps().stream()
                        .map(step ->
                                new Step(step.weight(), Duration.ofSeconds(step.soakSeconds()), gate(step.approval())))
                        .toList(),
                guards(spec),
                replicas(spec.aot().replicas()),
                policy(spec),
                retirement(spec.retire()),
                spec.traffic().testHeader() != null);
    }

    private static Gate gate(@Nullable ApprovalSpec approval) {
        if (approval == null) return new Gate.Open();
        var timeout = approval.timeoutSeconds();
        return new Gate.Approvals(
                approval.required(),
                approval.fourEyes(),
                Duration.ofSeconds(approval.validSeconds()),
                timeout == null ? Gate.Approvals.FOR_EVER : Duration.ofSeconds(timeout),
                switch (approval.onTimeout()) {
                    case PAUSE -> Gate.OnTimeout.PAUSE;
                    case ROLL_BACK -> Gate.OnTimeout.ROLL_BACK;
                });
    }

    /** The order is the order in which failures are named: what harms users most comes first. */
    private static List<Guard> guards(AotRolloutSpec spec) {
        var guards = spec.guards();
        var ordered = new ArrayList<Guard>();
        ordered.add(new RestartsGuard(
                mode(guards.restarts().mode()),
                guards.restarts().maxOomKills(),
                guards.restarts().maxRestarts()));
        ordered.add(new ErrorsGuard(
                mode(guards.errors().mode()),
                guards.errors().maxRatio(),
                guards.errors().minRequests()));
        ordered.add(budget(spec.errorBudget()));
        ordered.add(new SignaturesGuard(
                mode(guards.signatures().mode()), guards.signatures().types()));
        ordered.add(new LatencyGuard(
                mode(guards.latency().mode()),
                guards.latency().maxSlowRatio(),
                guards.latency().minRequests()));
        ordered.add(memory(guards.memory(), spec.aot().runtime()));
        ordered.add(new LeakGuard(
                mode(guards.leak().mode()), Duration.ofHours(guards.leak().horizonHours())));
        ordered.add(startup(guards.startup(), spec.aot().runtime()));
        ordered.add(new CpuGuard(mode(guards.cpu().mode()), guards.cpu().maxRegressionPercent()));
        guards.custom().forEach(custom -> ordered.add(custom(custom)));
        ordered.add(new ComparabilityGuard(
                mode(guards.comparability().mode()), guards.comparability().maxLoadDifferencePercent()));
        return ordered;
    }

    private static CustomGuard custom(CustomGuardSpec custom) {
        return new CustomGuard(mode(custom.mode()), custom.name(), optional(custom.max()), optional(custom.maxRatio()));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static BudgetGuard budget(ErrorBudgetSpec budget) {
        return new BudgetGuard(
                budget.objective(),
                budget.maxStepSpendPercent(),
                budget.maxRolloutSpendPercent(),
                budget.fastBurn().stream()
                        .map(burn -> new FastBurn(
                                Duration.ofSeconds(burn.longSeconds()),
                                Duration.ofSeconds(burn.shortSeconds()),
                                burn.factor()))
                        .toList());
    }

    private static MemoryGuard memory(GuardsSpec.Memory memory, RuntimeSpec runtime) {
        return new MemoryGuard(
                mode(memory.mode()),
                gain(memory.requiredGainPercent(), runtime, 20),
                memory.maxRegressionPercent(),
                memory.maxLimitPercent());
    }

    private static StartupGuard startup(GuardsSpec.Startup startup, RuntimeSpec runtime) {
        return new StartupGuard(
                mode(startup.mode()), gain(startup.requiredGainPercent(), runtime, 30), startup.maxRegressionPercent());
    }

    /** Native code is migrated to for a gain; a cache for the JVM pays off as long as nothing gets worse. */
    private static double gain(@Nullable Double asked, RuntimeSpec runtime, double forNativeCode) {
        if (asked != null) return asked;
        return switch (runtime) {
            case DOTNET_NATIVE_AOT, GRAALVM_NATIVE -> forNativeCode;
            case JDK_AOT_CACHE, OTHER -> 0;
        };
    }

    private static Mode mode(ModeSpec mode) {
        return switch (mode) {
            case ENFORCE -> Mode.ENFORCE;
            case ENFORCE_WHEN_KNOWN -> Mode.ENFORCE_WHEN_KNOWN;
            case OBSERVE -> Mode.OBSERVE;
        };
    }

    private static AotReplicas replicas(ReplicasSpec replicas) {
        return switch (replicas.mode()) {
            case PROPORTIONAL -> new AotReplicas.Proportional(replicas.min());
            case FIXED -> {
                var count = replicas.count();
                yield new AotReplicas.Fixed(count == null ? replicas.min() : count);
            }
        };
    }

    private static Policy policy(AotRolloutSpec spec) {
        var budget = spec.errorBudget();
        return new Policy(
                budget.objective(),
                budget.minRemainingToStartPercent(),
                budget.minRemainingToAdvancePercent(),
                budget.maxRolloutSpendPercent(),
                Duration.ofSeconds(spec.progress().maxStepSeconds()),
                switch (spec.progress().onInconclusive()) {
                    case PAUSE -> OnInconclusive.PAUSE;
                    case ADVANCE_WITHIN_BUDGET -> OnInconclusive.ADVANCE_WITHIN_BUDGET;
                    case ROLL_BACK -> OnInconclusive.ROLL_BACK;
                },
                Duration.ofSeconds(spec.rollback().drainSeconds()),
                spec.rollback().keepAotPods(),
                Duration.ofSeconds(spec.metrics().intervalSeconds()));
    }

    private static Retirement retirement(@Nullable RetireSpec retire) {
        return retire == null
                ? new Retirement.Never()
                : new Retirement.After(Duration.ofSeconds(retire.warmStandbySeconds()), retire.jitReplicas());
    }
}
