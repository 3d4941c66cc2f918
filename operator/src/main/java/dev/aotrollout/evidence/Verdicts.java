package dev.aotrollout.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * The verdict of a run. Rolled back is Failed. Promoted is Passed where every guard passed, no more than half of what the rollout
 * might spend of the error budget was spent, and nothing is missing; else Warned, with the reasons.
 */
public final class Verdicts {
    private static final double HALF = 0.5;

    private Verdicts() {}

    /** Why a promoted run is not simply good; empty where it is. */
    public static List<String> remarks(List<GuardAnswer> guards, Budget budget, Quality quality) {
        var remarks = new ArrayList<String>();
        for (var guard : guards)
            if (!guard.verdict().equals(GuardAnswer.PASS))
                remarks.add("guard %s%s said %s: %s"
                        .formatted(
                                guard.guard(),
                                guard.mode().equals(GuardAnswer.OBSERVE) ? " (observed only)" : "",
                                guard.verdict(),
                                guard.message()));
        if (budget.attributedPercent() > HALF * budget.limitPercent())
            remarks.add("AOT spent %s %% of the error budget, more than half of the %s %% that it might"
                    .formatted(EcmaNumber.text(budget.attributedPercent()), EcmaNumber.text(budget.limitPercent())));
        remarks.addAll(quality.remarks());
        var gaps = quality.gaps();
        if (!gaps.isEmpty())
            remarks.add("%d series have gaps; the first is %s %s with %d of %d points missing"
                    .formatted(
                            gaps.size(),
                            gaps.getFirst().query(),
                            gaps.getFirst().name(),
                            gaps.getFirst().missing(),
                            gaps.getFirst().points()));
        return remarks;
    }

    /** {@code Passed}, {@code Warned} or {@code Failed}. */
    public static String verdict(String outcome, List<String> remarks) {
        if (!outcome.equals(Conclusion.PROMOTED)) return Conclusion.FAILED;
        return remarks.isEmpty() ? Conclusion.PASSED : Conclusion.WARNED;
    }
}
