package dev.aotrollout.governance;

/**
 * What a node costs, as declared; never fetched.
 *
 * @param nodeHourly price of one node for one hour
 * @param currency ISO 4217; empty when no price is declared
 */
public record EconomicsPricing(double nodeHourly, String currency) {
    /** No price is declared. */
    public static final EconomicsPricing NONE = new EconomicsPricing(0, "");

    /** Hours of an average month. */
    public static final double HOURS_PER_MONTH = 730;

    /** Whether a price is declared. */
    public boolean isDeclared() {
        return !currency.isEmpty();
    }

    /** What so many nodes cost in a month, parts of nodes too. */
    public double monthly(double nodes) {
        return nodes * nodeHourly * HOURS_PER_MONTH;
    }
}
