package dev.aotrollout.governance;

import java.util.List;

/**
 * Standard criteria by which services are selected.
 *
 * @param minimumScore percent of all weights, 0 to 100
 * @param criteria each once, at least one with a weight
 * @param drillMaxAgeDays a rollback drill older than this does not count, at least 1
 */
public record Rubric(
        String name, int minimumScore, List<Weighed> criteria, int drillMaxAgeDays, EconomicsThresholds thresholds) {
    /** In place of a rubric, for checks that only inform. */
    static final Rubric NONE = new Rubric("", 0, List.of(), 180, EconomicsThresholds.DEFAULT);

    /**
     * One criterion.
     *
     * @param weight 0 to 100
     * @param hardStop whether a service that does not pass it is refused, whatever its score
     */
    public record Weighed(CriterionName criterion, int weight, boolean hardStop) {}

    public Rubric {
        criteria = List.copyOf(criteria);
    }

    boolean isHardStop(CriterionName name) {
        return criteria.stream().anyMatch(weighed -> weighed.criterion() == name && weighed.hardStop());
    }
}
