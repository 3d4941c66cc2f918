package dev.aotrollout.judge;

/** What a guard answers: no data is {@link #UNKNOWN}, and unknown never advances. */
public enum Verdict {
    PASS,
    FAIL,
    UNKNOWN
}
