package dev.aotrollout.judge;

/** The guards, by the names that users write in {@code spec.guards}; {@code BUDGET} is {@code spec.errorBudget}. */
public enum GuardName {
    ERRORS("errors"),
    BUDGET("budget"),
    LATENCY("latency"),
    MEMORY("memory"),
    STARTUP("startup"),
    RESTARTS("restarts"),
    COMPARABILITY("comparability"),
    LEAK("leak"),
    CPU("cpu"),
    SIGNATURES("signatures"),
    CUSTOM("custom");

    private final String label;

    GuardName(String label) {
        this.label = label;
    }

    /** The name as written in manifests, messages and metrics. */
    public String label() {
        return label;
    }
}
