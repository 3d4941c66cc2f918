package dev.aotrollout.governance;

/**
 * What one stage costs in a month, and saves against the JIT build as requested; a negative saving is a loss.
 *
 * @param currency ISO 4217
 * @param nodesCostPerMonth whole nodes
 * @param allocatedSavingPerMonth of the parts of nodes that the pods take: real once others fill the room
 * @param realisableSavingPerMonth of whole nodes that this service alone empties
 */
public record EconomicsMoney(
        EconomicsStage stage,
        String currency,
        double nodesCostPerMonth,
        double allocatedSavingPerMonth,
        double realisableSavingPerMonth) {}
