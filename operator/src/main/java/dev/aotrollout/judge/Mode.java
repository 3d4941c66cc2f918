package dev.aotrollout.judge;

/** Whether a finding decides ({@link #ENFORCE}) or is only shown ({@link #OBSERVE}, a dry run). */
public enum Mode {
    ENFORCE,
    OBSERVE
}
