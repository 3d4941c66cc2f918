package dev.aotrollout.governance;

import java.util.List;
import java.util.Optional;

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
        return new EconomicsOutcome(List.of(), List.of(), List.of(), List.of());
    }

    /** The footprint of one stage, where it is known. */
    public Optional<EconomicsFootprint> footprint(EconomicsStage stage) {
        return footprints.stream().filter(f -> f.stage() == stage).findFirst();
    }
}
