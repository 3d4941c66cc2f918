package dev.aotrollout.judge;

import java.time.Duration;

/**
 * How often a build that equals JIT may be rolled back by chance: {@value #TOTAL} for a whole rollout, all questions and steps
 * together, however often anybody looks. Each question has a fixed share. Step k of a question about requests has
 * {@code 0.7 * 0.3^(k-1)} of it, because later steps have more requests; step k of one about pods has {@code 0.5^k}, because few pods
 * need more of it and later steps have more pods. Either sums to at most 1 for any number of steps. What a count pays for a smaller
 * share is a tenth more time; what three pods pay is that a regression stays a suspicion, so pods have the larger shares. Guards
 * that apply rules to facts (restarts, limits, signatures, budget, custom values) test nothing and have no share.
 * {@code docs/judge.md} has the proof.
 */
public enum Allowance {
    ERRORS(0.30, 0.7, 0.3),
    LATENCY(0.10, 0.7, 0.3),
    MEMORY(0.30, 0.5, 0.5),
    CPU(0.10, 0.5, 0.5),
    LEAK(0.15, 0.5, 0.5),
    STARTUP(0.05, 0.5, 0.5);

    /** Probability of a false rollback. */
    static final double TOTAL = 0.01;

    /**
     * Probability that one step calls AOT worse in a count although it is just as much worse than JIT as is tolerated. Beside it the
     * evidence against a build that equals JIT must exhaust the allowance.
     */
    public static final double JUST_TOLERATED = 0.01;

    private final double share;
    private final double firstStep;
    private final double laterSteps;

    Allowance(double share, double firstStep, double laterSteps) {
        this.share = share;
        this.firstStep = firstStep;
        this.laterSteps = laterSteps;
    }

    /** Of all. */
    double share() {
        return share;
    }

    /**
     * The probability of a false alarm in one step, over all looks at it.
     *
     * @param number of the step, from 1
     */
    public double ofStep(int number) {
        return TOTAL * share * firstStep * Math.pow(laterSteps, Math.max(0, number - 1));
    }

    /**
     * What a question about pods may spend at this moment; 0 between its looks. A test of pods is no process that can be looked at
     * at will, so it is asked at the end of the soak and whenever the age of the step has doubled since; the first look has 0.8 of the
     * step's allowance, the j-th {@code 0.4 * 2^-j}. A look stays open for a quarter of that age, so that a slow poll cannot miss it: in that
     * time the same pods are asked again, with means over nearly the same window.
     */
    double atLook(StepWindow step) {
        var first = firstLook(step);
        var look = look(first, step.age());
        if (look == 0) return 0;
        var opened = first * Math.pow(2, look - 1);
        if (seconds(step.age()) > Math.max(opened * LOOK_LENGTH, opened + LOOK_SECONDS)) return 0;
        return ofStep(step.number()) * ofLook(look);
    }

    /** What the first look at a step may spend. */
    double atFirstLook(int number) {
        return ofStep(number) * ofLook(1);
    }

    private static double ofLook(int look) {
        return look == 1 ? FIRST_LOOK : (1 - FIRST_LOOK) * Math.pow(0.5, look - 1);
    }

    /** When the next look opens, in seconds from now. */
    static double secondsToLook(StepWindow step) {
        var first = firstLook(step);
        return first * Math.pow(2, look(first, step.age())) - seconds(step.age());
    }

    private static final double FIRST_LOOK = 0.8;
    private static final double LOOK_LENGTH = 1.25;
    private static final double LOOK_SECONDS = 10;

    /** A soak of no time leaves nothing to measure. */
    private static double firstLook(StepWindow step) {
        return Math.max(LOOK_SECONDS, seconds(step.soak()));
    }

    /** The number of the last look that opened, from 1; 0 before the first. */
    private static int look(double first, Duration age) {
        var look = 0;
        for (var opens = first; opens <= seconds(age); opens *= 2) look++;
        return look;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
