package dev.aotrollout.governance;

/** Where one wave stands. */
public enum WaveState {
    PENDING("Pending"),
    OPEN("Open"),
    SOAKING("Soaking"),
    HALTED("Halted"),
    COMPLETE("Complete");

    private final String text;

    WaveState(String text) {
        this.text = text;
    }

    /** As in the status. */
    public String text() {
        return text;
    }
}
