package dev.aotrollout.governance;

/** One fact that a check rests on, and what shows it, in a sentence. */
public record Criterion(CriterionName name, Answer answer, String evidence) {}
