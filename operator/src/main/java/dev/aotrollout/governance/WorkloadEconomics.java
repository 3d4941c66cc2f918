package dev.aotrollout.governance;

import dev.aotrollout.judge.Reason;
import java.util.List;

/** The first check: one yes to its three questions is enough, no to all three means that the service stays JIT. */
final class WorkloadEconomics {
    private WorkloadEconomics() {}

    static Check check(Dossier dossier, Rubric rubric) {
        var criteria = EconomicsCriteria.of(dossier.declared().economics(), rubric.thresholds(), dossier.economics());
        if (has(criteria, Answer.PASSED))
            return of(criteria, Answer.PASSED, Reason.EconomicsJustified, said(criteria, Answer.PASSED));
        if (has(criteria, Answer.UNKNOWN))
            return of(criteria, Answer.UNKNOWN, Reason.EconomicsUnknown, said(criteria, Answer.UNKNOWN));
        return of(
                criteria,
                Answer.FAILED,
                Reason.EconomicsUnjustified,
                "AOT would not pay off, the service stays JIT: " + said(criteria, Answer.FAILED));
    }

    private static Check of(List<Criterion> criteria, Answer answer, Reason reason, String message) {
        return new Check(CheckName.WORKLOAD_ECONOMICS, answer, reason, message, criteria);
    }

    private static boolean has(List<Criterion> criteria, Answer answer) {
        return criteria.stream().anyMatch(criterion -> criterion.answer() == answer);
    }

    private static String said(List<Criterion> criteria, Answer answer) {
        return Facet.sentence(criteria.stream()
                .filter(criterion -> criterion.answer() == answer)
                .toList());
    }
}
