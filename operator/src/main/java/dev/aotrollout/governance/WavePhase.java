package dev.aotrollout.governance;

/** Where a whole plan stands. */
public enum WavePhase {
    RUNNING("Running"),
    SOAKING("Soaking"),
    WAITING("Waiting"),
    FROZEN("Frozen"),
    PAUSED("Paused"),
    HALTED("Halted"),
    INVALID("Invalid"),
    COMPLETE("Complete");

    private final String text;

    WavePhase(String text) {
        this.text = text;
    }

    /** As in the status. */
    public String text() {
        return text;
    }
}
