package dev.aotrollout.governance;

/** The five checks, in the order in which they are shown. */
public enum CheckName {
    WORKLOAD_ECONOMICS("WorkloadEconomics", "would AOT pay off for this workload?"),
    DEPENDENCY_COMPATIBILITY("DependencyCompatibility", "do its libraries run without a JIT compiler?"),
    OPERATIONAL_RISK("OperationalRisk", "can it be taken back, and is there something to compare with?"),
    TEAM_READINESS("TeamReadiness", "does somebody stand for it?"),
    ROLLOUT_SEQUENCE("RolloutSequence", "is it its turn?");

    private final String label;
    private final String question;

    CheckName(String label, String question) {
        this.label = label;
        this.question = question;
    }

    /** As written in status and reports. */
    public String label() {
        return label;
    }

    /** What it asks, for people. */
    public String question() {
        return question;
    }
}
