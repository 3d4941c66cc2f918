package dev.aotrollout.governance;

import java.util.List;

/** The three questions of the first check: do starts hurt, does memory fill the nodes, is the image large? */
public final class EconomicsCriteria {
    private EconomicsCriteria() {}

    /** One criterion a question: yes passes, no fails, and what cannot be told is unknown. */
    public static List<Criterion> of(EconomicsClaims claims, EconomicsThresholds thresholds, EconomicsFacts facts) {
        return List.of(
                new Criterion(CriterionName.COLD_START, Answer.UNKNOWN, "not measured"),
                new Criterion(CriterionName.MEMORY_PRESSURE, Answer.UNKNOWN, "not measured"),
                new Criterion(CriterionName.DEPLOY_CYCLE, Answer.UNKNOWN, "not measured"));
    }
}
