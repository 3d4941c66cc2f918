package dev.aotrollout.governance;

import dev.aotrollout.judge.Text;

/** A figure of an evidence pack by which a wave is judged. */
public enum WaveFigure {
    /** Percent less memory per pod than JIT. */
    MEMORY_GAIN("memory gain", true),
    /** Percent shorter time to ready than JIT. */
    STARTUP_GAIN("startup gain", true),
    /** Percent of the error budget attributed to the run. */
    ATTRIBUTED_SPEND("attributed spend", true),
    /** Requests that AOT answered. */
    REQUESTS("AOT requests", false),
    /** Containers killed for memory. */
    OOM_KILLS("OOM kills", false);

    private final String label;
    private final boolean percent;

    WaveFigure(String label, boolean percent) {
        this.label = label;
        this.percent = percent;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    String text(double value) {
        return percent ? Text.percent(value) : Text.count(Math.round(value));
    }
}
