package dev.aotrollout.governance;

/** The rubric that a rollout is held to. */
public sealed interface RubricFacts {
    /** It names none: the checks inform and do not block. */
    record NotNamed() implements RubricFacts {}

    /** There is no rubric of that name. */
    record Missing(String name) implements RubricFacts {}

    /** There is one. */
    record Found(Rubric rubric) implements RubricFacts {}
}
