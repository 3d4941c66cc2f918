package dev.aotrollout.governance;

/** Whose requests a footprint is of, in the order of a migration. */
public enum EconomicsStage {
    JIT_AS_REQUESTED("JIT as requested"),
    JIT_AS_MEASURED("JIT as measured"),
    AOT_PREDICTED("AOT predicted"),
    AOT_REALISED("AOT realised");

    private final String label;

    EconomicsStage(String label) {
        this.label = label;
    }

    /** As written in reports. */
    public String label() {
        return label;
    }
}
