package dev.aotrollout.governance;

/** The facts that a rubric can weigh. */
public enum CriterionName {
    COLD_START("ColdStart", CheckName.WORKLOAD_ECONOMICS),
    MEMORY_PRESSURE("MemoryPressure", CheckName.WORKLOAD_ECONOMICS),
    DEPLOY_CYCLE("DeployCycle", CheckName.WORKLOAD_ECONOMICS),
    LIBRARIES("Libraries", CheckName.DEPENDENCY_COMPATIBILITY),
    BUILD_WARNINGS("BuildWarnings", CheckName.DEPENDENCY_COMPATIBILITY),
    SERIALIZATION_TEST("SerializationTest", CheckName.DEPENDENCY_COMPATIBILITY),
    TRACKS_READY("TracksReady", CheckName.OPERATIONAL_RISK),
    ROUTE_CONTROLLABLE("RouteControllable", CheckName.OPERATIONAL_RISK),
    ROLLBACK_DRILL("RollbackDrill", CheckName.OPERATIONAL_RISK),
    BASELINE("Baseline", CheckName.OPERATIONAL_RISK),
    OWNER("Owner", CheckName.TEAM_READINESS),
    REVIEW("Review", CheckName.TEAM_READINESS),
    SAME_DIGEST("SameDigest", CheckName.TEAM_READINESS),
    WAVE("Wave", CheckName.ROLLOUT_SEQUENCE);

    private final String label;
    private final CheckName check;

    CriterionName(String label, CheckName check) {
        this.label = label;
        this.check = check;
    }

    /** As written in rubrics, status and reports. */
    public String label() {
        return label;
    }

    /** The check that it belongs to. */
    public CheckName check() {
        return check;
    }
}
