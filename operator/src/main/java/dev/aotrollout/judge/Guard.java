package dev.aotrollout.judge;

/** One question about the AOT track, with its settings; a pure function of the evidence. */
public interface Guard {
    /** Its answer, with numbers. */
    Finding judge(Evidence evidence, Recall recall);
}
