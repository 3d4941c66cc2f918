package dev.aotrollout.governance;

/**
 * What one stage costs in a month, and saves against the JIT build as requested; a negative saving is a loss.
 *
 * @param currency ISO 4217
 * @param nodesCost whole nodes
 * @param allocatedSaving of the parts of nodes that the pods take: real once others fill the room
 * @param realisableSaving of whole nodes that this service alone empties
 */
public record EconomicsMoney(
        EconomicsStage stage, String currency, double nodesCost, double allocatedSaving, double realisableSaving) {}
