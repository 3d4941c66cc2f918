package dev.aotrollout.governance;

import dev.aotrollout.governance.EconomicsStages.Pods;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the migration saves: as predicted from what is requested, and as realised from what was measured.
 *
 * @param footprints one a stage that is known, in the order of the stages
 * @param money one a footprint; empty without a declared price or without the first footprint
 * @param remarks what to conclude, a sentence each
 * @param assumptions what the figures rest on, a sentence each
 */
public record EconomicsOutcome(
        List<EconomicsFootprint> footprints,
        List<EconomicsMoney> money,
        List<String> remarks,
        List<String> assumptions) {
    public EconomicsOutcome {
        footprints = List.copyOf(footprints);
        money = List.copyOf(money);
        remarks = List.copyOf(remarks);
        assumptions = List.copyOf(assumptions);
    }

    /** Of what is known now; {@code pricing} may be {@link EconomicsPricing#NONE}. */
    public static EconomicsOutcome of(EconomicsFacts facts, EconomicsPricing pricing) {
        var footprints = EconomicsStages.known(facts).stream()
                .flatMap(pods -> footprint(pods, facts.pool()).stream())
                .toList();
        var figures = new EconomicsOutcome(footprints, money(footprints, pricing), List.of(), List.of());
        return new EconomicsOutcome(
                figures.footprints,
                figures.money,
                EconomicsRemarks.of(facts, figures),
                EconomicsAssumptions.of(facts, pricing));
    }

    /** The footprint of one stage, where it is known. */
    public Optional<EconomicsFootprint> footprint(EconomicsStage stage) {
        return footprints.stream().filter(f -> f.stage() == stage).findFirst();
    }

    private static Optional<EconomicsFootprint> footprint(Pods pods, NodePool pool) {
        return pool.typical()
                .map(node -> Density.of(node, pods.requests(), pool.daemonPods()))
                .filter(density -> density.podsPerNode() > 0)
                .map(density -> new EconomicsFootprint(
                        pods.stage(),
                        pods.replicas(),
                        pods.requests().cpuCores(),
                        pods.requests().memoryBytes(),
                        density.podsPerNode(),
                        density.binding(),
                        density.nodes(pods.replicas()).orElseThrow(),
                        pods.replicas() * density.nodeShare()));
    }

    private static List<EconomicsMoney> money(List<EconomicsFootprint> footprints, EconomicsPricing pricing) {
        if (!pricing.isDeclared()) return List.of();
        return footprints.stream()
                .filter(f -> f.stage() == EconomicsStage.JIT_AS_REQUESTED)
                .flatMap(before -> footprints.stream().flatMap(after -> Stream.of(money(before, after, pricing))))
                .toList();
    }

    private static EconomicsMoney money(EconomicsFootprint before, EconomicsFootprint after, EconomicsPricing pricing) {
        return new EconomicsMoney(
                after.stage(),
                pricing.currency(),
                pricing.monthly(after.nodes()),
                pricing.monthly(before.allocatedNodes() - after.allocatedNodes()),
                pricing.monthly(before.nodes() - after.nodes()));
    }
}
