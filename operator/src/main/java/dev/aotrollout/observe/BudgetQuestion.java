package dev.aotrollout.observe;

import java.util.Map;

/**
 * Which error budget is meant, and who knows what is left of it.
 *
 * @param objectivePercent good requests, between 0 and 100
 * @param windowDays of the budget
 * @param selector labels of the recording rules; of no use with {@link Source#QUERY}
 */
public record BudgetQuestion(double objectivePercent, int windowDays, Source source, Map<String, String> selector) {
    /** Where the remaining budget is read; the allowed errors are counted from requests always. */
    public enum Source {
        /** Counted from the requests of the profile. */
        QUERY,
        /** Recording rules of Sloth. */
        SLOTH,
        /** Generic recording rules of Pyrra. */
        PYRRA
    }

    public BudgetQuestion {
        selector = Map.copyOf(selector);
    }
}
