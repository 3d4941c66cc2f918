package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aotrollout.governance.EconomicsFootprint;
import dev.aotrollout.governance.EconomicsMoney;
import dev.aotrollout.governance.EconomicsOutcome;
import dev.aotrollout.governance.EconomicsStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the two builds take of the cluster, and what that costs.
 *
 * @param currency ISO 4217 code
 * @param allocatedSaving a month, by the share of nodes that pods are charged for
 * @param realisableSaving a month, of whole nodes only
 * @param binding what fills a node first with AOT
 * @param assumptions a sentence each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Economics(
        Density jit,
        Density aot,
        @Nullable String currency,
        @Nullable Double allocatedSaving,
        @Nullable Double realisableSaving,
        @Nullable String binding,
        List<String> assumptions) {
    /**
     * One track, as it would carry all traffic.
     *
     * @param memoryBytes request of a pod that its use justifies
     * @param cpuCores likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Density(
            int replicas,
            @Nullable Double memoryBytes,
            @Nullable Double cpuCores,
            @Nullable Integer podsPerNode,
            @Nullable Integer nodes,
            @Nullable Double monthlyCost) {}

    /** As realised where it was measured, else as predicted; empty where one of the tracks is not known. */
    public static Optional<Economics> of(EconomicsOutcome outcome) {
        return outcome.footprint(EconomicsStage.JIT_AS_REQUESTED)
                .flatMap(jit -> outcome.footprint(EconomicsStage.AOT_REALISED)
                        .or(() -> outcome.footprint(EconomicsStage.AOT_PREDICTED))
                        .map(aot -> of(outcome, jit, aot)));
    }

    private static Economics of(EconomicsOutcome outcome, EconomicsFootprint jit, EconomicsFootprint aot) {
        var before = money(outcome, jit.stage());
        var after = money(outcome, aot.stage());
        var assumptions = new ArrayList<>(outcome.assumptions());
        assumptions.add(
                "AOT is taken " + (aot.stage() == EconomicsStage.AOT_REALISED ? "as realised" : "as predicted"));
        return new Economics(
                density(jit, before),
                density(aot, after),
                after == null ? null : after.currency(),
                after == null ? null : after.allocatedSavingPerMonth(),
                after == null ? null : after.realisableSavingPerMonth(),
                aot.binding().label(),
                assumptions);
    }

    private static @Nullable EconomicsMoney money(EconomicsOutcome outcome, EconomicsStage stage) {
        return outcome.money().stream()
                .filter(money -> money.stage() == stage)
                .findFirst()
                .orElse(null);
    }

    private static Density density(EconomicsFootprint footprint, @Nullable EconomicsMoney money) {
        return new Density(
                footprint.replicas(),
                footprint.memoryBytesPerPod(),
                footprint.cpuCoresPerPod(),
                footprint.podsPerNode(),
                footprint.nodes(),
                money == null ? null : money.nodesCostPerMonth());
    }

    public Economics {
        assumptions = List.copyOf(assumptions);
    }
}
