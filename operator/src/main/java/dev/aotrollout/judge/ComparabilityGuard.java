package dev.aotrollout.judge;

/**
 * May the tracks be compared at all: do they run the builds they are named after, export the same metrics, and run under the same
 * settings and load?
 *
 * @param maxLoadDifferencePercent by which the requests per pod of the tracks may differ
 */
public record ComparabilityGuard(Mode mode, double maxLoadDifferencePercent) implements Guard {
    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return new Finding(
                GuardName.COMPARABILITY, mode, Verdict.UNKNOWN, Reason.NoData, "not measured yet", Figures.NONE);
    }
}
